/** An item's name as learners read it: without the number by which authors, and those who read the record, tell several of one name apart. */
export const plainName = ({ name }: { readonly name: string }): string => name.replace(/ \(\d+\)$/, '');
