import type { Sha256 } from '#shared/core/ids.ts';
import type { Answers, AnswerValue, PhotoRef } from '#shared/forms/answers.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { PhotoAccess } from './form-aid.ts';
import { readPlace } from './photo-place.ts';
import { barePhoto } from './reduce-photo.ts';
import { photosAnswer } from './widgets/read-answer.ts';

/** Answers whose photos say nothing of where they were taken, and the photos in the place of which others stand now. */
export interface BareAnswers {
  readonly answers: Answers;
  readonly replaced: readonly Sha256[];
}

/** Whether photos may be among some answers that keep their place only with a consent that is not given. */
export function mayHavePlaces(form: Form, answers: Answers): boolean {
  return answers['consent'] !== 'yes' && placedFields(form, answers).length > 0;
}

/**
 * Takes the place out of the photos that keep it only with consent: each that has one is kept again without it, under another hash. One that
 * cannot be read or kept stays as it is; it is not sent while there is no consent.
 */
export async function withoutPlaces(
  form: Form,
  answers: Answers,
  access: Pick<PhotoAccess, 'read' | 'keep'>,
): Promise<BareAnswers> {
  const replaced: Sha256[] = [];

  async function bare<T extends Sha256 | undefined>(sha256: T): Promise<T | Sha256> {
    const read = sha256 && (await access.read(sha256));
    if (!sha256 || !read || !read.ok || !readPlace(read.value)) return sha256;
    const bytes = await barePhoto(read.value);
    const kept = bytes && (await access.keep(bytes));
    if (!kept?.ok) return sha256;
    replaced.push(sha256);
    return kept.value;
  }
  async function bareRef(photo: PhotoRef): Promise<PhotoRef> {
    const sha256 = await bare(photo.sha256);
    const original = await bare(photo.original);
    return { ...photo, sha256, ...(original === undefined ? {} : { original }) };
  }
  const changed: Record<string, AnswerValue> = {};
  for (const name of placedFields(form, answers)) {
    const photos: PhotoRef[] = [];
    for (const photo of photosAnswer(answers[name])) photos.push(await bareRef(photo));
    changed[name] = photos;
  }
  return { answers: { ...answers, ...changed }, replaced };
}

function placedFields(form: Form, answers: Answers): readonly string[] {
  return Object.entries(form.fields).flatMap(([name, field]) =>
    field.kind === 'image' &&
    field.place === 'keep_if_consented' &&
    photosAnswer(answers[name]).length > 0
      ? [name]
      : [],
  );
}
