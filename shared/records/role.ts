/** What a person may be in a project; secretariat is administrator and second level of approval. */
export const roles = ['surveyor', 'supervisor', 'secretariat'] as const;
/** A role. */
export type Role = (typeof roles)[number];
