import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many requests one caller has made in its present minute, by the count of all api processes; lost in a crash, as it may be. */
@Entity('rate_limit')
export class RateLimitEntity {
  /** `partner:<id>` or `person:<id>`. */
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'rate_limit_pkey' })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  /** End of the minute, in milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  expire!: string | null;
}
