// Each line below breaks one rule of the workspace on purpose: the test of the canary counts them. It is in no build.
import { localityHub } from '@permanence/locality-hub/service';
import { regionalHub } from '@permanence/regional-hub/service';
import { DataSource } from 'typeorm';
import { readFileSync } from 'node:fs';
import { TenantId } from '../../../../libs/kernel/values/src/index.js';

export const now = new Date();
export const later = Date.now();
export const chance = Math.random();
export const all = [localityHub, regionalHub, DataSource, readFileSync, TenantId, process.env];
