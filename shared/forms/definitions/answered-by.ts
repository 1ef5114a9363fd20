/** Always asked, answered by the surveyor. */
export const asked = { required: true, answeredBy: 'surveyor' } as const;
/** Answered by the surveyor where there is something to answer. */
export const optional = { required: false, answeredBy: 'surveyor' } as const;
/** Always asked of the respondent, who may not know or refuse. */
export const told = { required: true, answeredBy: 'respondent' } as const;
/** Asked of the respondent, and left empty where there is nothing to say. */
export const toldIfKnown = { required: false, answeredBy: 'respondent' } as const;
/** Captured or calculated by the app. */
export const captured = { required: true, answeredBy: 'app' } as const;
/** Captured or calculated by the app where it can be. */
export const capturedIfKnown = { required: false, answeredBy: 'app' } as const;
/** Kept by the office. */
export const decided = { required: true, answeredBy: 'supervisor' } as const;
/** Kept by the office where it is known. */
export const decidedIfAny = { required: false, answeredBy: 'supervisor' } as const;
