import { REGION, TenantId } from '@permanence/kernel/values';
import { CAPABILITIES, CAPABILITIES_OF_ROLE, capabilitiesOf, refusalWithout } from './capabilities.js';
import { ROLES } from './roles.js';

const TELFORD = TenantId('E06000020');

describe('the map from role to capabilities', () => {
  it.each(ROLES)('gives the role %s something', (role) => {
    expect(Object.keys(CAPABILITIES_OF_ROLE[role])).not.toEqual([]);
  });

  it.each(CAPABILITIES)('gives the capability %s to a role', (capability) => {
    expect(ROLES.filter((role) => capability in CAPABILITIES_OF_ROLE[role])).not.toEqual([]);
  });

  it('shows no free text to a performance officer', () => {
    expect(capabilitiesOf(['performance-officer'], TELFORD).has('record:read-free-text')).toBe(false);
  });

  it('shows no child to an elected member, a data protection officer or anybody of the region', () => {
    const childless = [capabilitiesOf(['elected-member', 'data-protection-officer'], TELFORD), capabilitiesOf(['regional-head-of-operations', 'slt-member', 'management-board-member'], REGION)];
    expect(childless.flatMap((held) => [...held.keys()]).filter((capability) => /^(child|record|import):|drill/.test(capability))).toEqual([]);
  });

  it('reaches as far as the widest of several roles', () => {
    const held = capabilitiesOf(['elected-member', 'locality-social-worker', 'qa-auditor'], TELFORD);
    expect([held.get('kpi:read'), held.get('child:read-record')]).toEqual(['authority', 'authority']);
  });

  it('counts no regional role in a council, and no role of a council in the region', () => {
    expect([...capabilitiesOf(['regional-head-of-operations'], TELFORD)]).toEqual([]);
    expect([...capabilitiesOf(['team-manager', 'performance-officer'], REGION)]).toEqual([]);
  });
});

describe('the refusal of somebody without a capability', () => {
  it.each(CAPABILITIES)('says in a sentence who can, for %s', (capability) => {
    const { sentence, rule, code } = refusalWithout(capability);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(rule).toBe(`identity.capability.${capability}`);
    expect(code).toMatch(/^[A-Z_]+$/);
  });

  it('is DRILL_DOWN_REFUSED for the cases behind a figure', () => {
    expect(refusalWithout('kpi:drill-to-case').code).toBe('DRILL_DOWN_REFUSED');
  });
});
