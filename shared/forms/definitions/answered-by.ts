/** Always asked, answered by the surveyor: alone, as one choice, as several. */
export const asked = { required: true, answeredBy: 'surveyor' } as const;
export const askedOne = { ...asked, kind: 'select_one' } as const;
export const askedMany = { ...asked, kind: 'select_multiple' } as const;

/** Answered by the surveyor where there is something to answer. */
export const optional = { required: false, answeredBy: 'surveyor' } as const;
export const optionalOne = { ...optional, kind: 'select_one' } as const;
export const optionalMany = { ...optional, kind: 'select_multiple' } as const;

/** Always asked of the respondent, who may not know or refuse. */
export const told = { required: true, answeredBy: 'respondent' } as const;
export const toldOne = { ...told, kind: 'select_one' } as const;
export const toldMany = { ...told, kind: 'select_multiple' } as const;

/** Asked of the respondent, and left empty where there is nothing to say. */
export const mayTell = { required: false, answeredBy: 'respondent' } as const;
export const mayTellOne = { ...mayTell, kind: 'select_one' } as const;
export const mayTellMany = { ...mayTell, kind: 'select_multiple' } as const;

/** Captured or calculated by the app, always or where it can be. */
export const captured = { required: true, answeredBy: 'app' } as const;
export const capturedMaybe = { required: false, answeredBy: 'app' } as const;

/** Kept by the office, always or where it is known. */
export const decided = { required: true, answeredBy: 'supervisor' } as const;
export const decidedOne = { ...decided, kind: 'select_one' } as const;
export const decidedMaybe = { required: false, answeredBy: 'supervisor' } as const;
export const decidedMaybeOne = { ...decidedMaybe, kind: 'select_one' } as const;

/** The identity of the record itself. */
export const ownId = {
  ...captured,
  section: 'record',
  kind: 'calculate',
  calculation: 'record_id',
  result: 'text',
  constraints: [{ rule: 'record_id', severity: 'stop' }],
} as const;
