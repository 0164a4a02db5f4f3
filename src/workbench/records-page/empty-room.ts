/** What stands where the records have nobody yet: which report to take out of the LMS. */
import { html } from 'lit';

export const emptyRoom = html`<div class="empty">
  <h2>Who has finished, who is stuck, what do we talk about?</h2>
  <p class="lead">Take a report out of your LMS and drop it here.</p>
  <ol>
    <li>
      In Moodle open the course’s <em>SCORM activity</em>, then <em>Reports</em>, then
      <em>Interactions report</em>.
    </li>
    <li>Download it as CSV or Excel. Other LMSs: any table of learners with a status or a score.</li>
    <li>Drop the file below. <em>Activity completion</em> and <em>Grades</em> can come along.</li>
  </ol>
  <p class="hint">Everything stays on this machine, in the workbench’s folder. Nothing is sent anywhere.</p>
</div>`;
