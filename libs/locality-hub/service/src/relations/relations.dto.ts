import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Uuid } from '@permanence/kernel/values';
import { RELATION_KINDS, type RelationKind } from '@permanence/locality-hub/domain';
import { Is, oneOf } from '@permanence/platform/http';
import { saidReference } from '../emergency/said-reference.js';

const STATUSES = ['declared', 'confirmed', 'withdrawn'] as const;

export class RelationBody {
  @Is(saidReference, { description: 'The child’s reference. The answer is the same whether or not a record has it.', example: 'CH-7F3K-2Q9M' })
  reference!: string;

  @Is(oneOf(...RELATION_KINDS), { enum: RELATION_KINDS })
  kind!: RelationKind;
}

export class DeclaredDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
}

export class RelationConfirmedDto {
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
}

export class RelationDto {
  @ApiProperty({ format: 'uuid' }) id!: Uuid;
  @ApiProperty({ description: 'Who declared it.' }) who!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ nullable: true, type: String }) team!: string | null;
  @ApiProperty({ description: 'As it was said.' }) reference!: string;
  @ApiProperty({ enum: RELATION_KINDS }) kind!: RelationKind;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ format: 'date-time' }) declaredAt!: Instant;
  @ApiProperty({ nullable: true, type: RelationConfirmedDto }) confirmed!: RelationConfirmedDto | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) withdrawnAt!: Instant | null;
}

export class RelationsDto {
  @ApiProperty({ type: [RelationDto] }) items!: RelationDto[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
