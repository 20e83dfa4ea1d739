import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { ProblemCode } from '../problem/problem-codes.js';

/** Metadata key of {@link Describe}. */
export const DESCRIPTION = 'reinstate:description';

/** What the OpenAPI document says of a route beyond its address and who may call it. */
export interface RouteDescription {
  /** One line: what the call does. */
  readonly summary: string;
  /** Longer words, CommonMark. */
  readonly detail?: string;
  /** The schema the query is checked with; an object, each member one parameter. */
  readonly query?: z.ZodObject;
  /** The schema the body is checked with. */
  readonly body?: z.ZodType;
  /** Media type of the body; `multipart/form-data` adds a binary part named `file`. JSON when absent. */
  readonly consumes?: string;
  /** Further media types of the body, each with bytes or text that are not described further. */
  readonly alsoConsumes?: readonly string[];
  /** Schema of the successful answer. */
  readonly answer?: z.ZodType;
  /** Media type of the successful answer. JSON when absent. */
  readonly produces?: string;
  /** Further media types of the successful answer, not described further. */
  readonly alsoProduces?: readonly string[];
  /** Failures may have that media type too, instead of that of problems. */
  readonly failsInKind?: true;
  /** Status of the successful answer, where it is not the one Nest sends for the method. */
  readonly status?: number;
  /** Other successful answers, by status. */
  readonly also?: Readonly<Record<number, z.ZodType>>;
  /** Problem codes of this route besides those every route of its kind may answer with. */
  readonly codes?: readonly ProblemCode[];
  /** A call that changes nothing although it is no GET: it takes no Idempotency-Key. */
  readonly readOnly?: true;
}

/** Says what a route does, takes and answers; the OpenAPI document is made from it. */
export const Describe = (description: RouteDescription): MethodDecorator => SetMetadata(DESCRIPTION, description);
