/** A study worked out: each product with its Hayami answer, computed once for all blocks. */
import type { MethodResult, Step } from '#methods/method.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import type { HayamiResult } from '#methods/value-added/hayami.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import type { StudyProduct, ValueAddedStudy } from '#inputs/value-added-study.ts';

export interface ProductAnswer {
	readonly product: StudyProduct;
	readonly answer: MethodResult<HayamiResult>;
}

/** Every product with its answer, in the study's order. */
export function studyAnswers(study: ValueAddedStudy): ProductAnswer[] {
	return study.products.map((product) => ({ product, answer: hayami.compute(product.input) }));
}

/** The step of a row; undefined when the input was refused before any row was worked out. */
export function rowStep({ answer }: ProductAnswer, key: HayamiKey): Step | undefined {
	return answer.steps.find((step) => step.id === key);
}

/** The figure of a row, entered or computed; null when it is not known. */
export function rowValue(worked: ProductAnswer, key: HayamiKey): number | null {
	return rowStep(worked, key)?.value ?? null;
}
