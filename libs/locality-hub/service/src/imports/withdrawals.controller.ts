import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { Read, notFound, refused } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { WithdrawalBody } from './imports.dto.js';
import { Withdrawals } from './withdrawals.service.js';

@ApiTags('imports')
@Controller('children/:id/withdrawals')
@Requires('import:manage')
export class WithdrawalsController {
  constructor(private readonly withdrawals: Withdrawals) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a row that a later file of the same year no longer states, with a reason' })
  @ApiNoContentResponse({ description: 'The row is out of the record; the log keeps it.' })
  async withdraw(@Param('id', new Read(Uuid, notFound)) id: Uuid, @Body() { module, year, key, reason }: WithdrawalBody, @Who() who: Who): Promise<void> {
    const decision = await this.withdrawals.withdraw(who, id, { module, year: Number(year), key, reason });
    if (!decision.ok) throw refused(decision.refusal, 409);
  }
}
