/** What the learner has selected within a component: a selection in a shadow tree is hidden from the page around it. */

/** As browsers have it now, and had it before there was a standard. */
interface ComposedSelection extends Omit<Selection, 'getComposedRanges'> {
  getComposedRanges?: (roots: ShadowRoot | { shadowRoots: ShadowRoot[] }) => AbstractRange[];
}
type SelectingRoot = ShadowRoot & { getSelection?: () => Selection | null };

/** Undefined where nothing is selected within this root, or where the browser doesn't say. */
export function selectedIn(root: ShadowRoot): AbstractRange | undefined {
  const range = composed(root) ?? ranged((root as SelectingRoot).getSelection?.() ?? document.getSelection());
  return range && !range.collapsed && isIn(root, range) ? range : undefined;
}

/** Chrome 137, Firefox 142, Safari 17, which first wanted the root alone. */
function composed(root: ShadowRoot): AbstractRange | undefined {
  const selection = document.getSelection() as ComposedSelection | null;
  if (!selection?.getComposedRanges) return undefined;
  try {
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  } catch {
    return selection.getComposedRanges(root)[0];
  }
}

/** Chrome before that gave the root a selection of its own; Firefox told of everything. */
const ranged = (selection: Selection | null): AbstractRange | undefined =>
  selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;

const isIn = (root: ShadowRoot, { startContainer, endContainer }: AbstractRange): boolean =>
  startContainer.getRootNode() === root && endContainer.getRootNode() === root;
