/** An enrolment says itself which device it vouched for, so that it is used once though its device be enrolled anew; and who made it. */
export const usedEnrolments = {
  name: '0006-used-enrolments',
  sql: `
alter table enrolment add column device text;
alter table enrolment add column made_by text;
update enrolment set device = (
  select device.device from device
  where device.project = enrolment.project and device.enrolled_by = enrolment.enrolment);
`,
};
