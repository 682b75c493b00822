import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Uuid } from '@permanence/kernel/values';
import { PageQuery, Read, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { AlertDto, AlertsPageDto, AlertsQuery, MyAlertsDto, ReadAlertBody } from './alerts.dto.js';
import { Alerts } from './alerts.service.js';

const alertId = new Read(Uuid, notFound);

@ApiTags('alerts')
@Controller('alerts')
@Requires('alert:read')
export class AlertsController {
  constructor(private readonly alerts: Alerts) {}

  @Get()
  @ApiOperation({ summary: 'Alerts about looks at the council’s records: not read yet first, then newest first' })
  @ApiOkResponse({ type: AlertsPageDto })
  ofCouncil(@Query() query: AlertsQuery, @Who() who: Who): Promise<AlertsPageDto> {
    return this.alerts.ofCouncil(who, query);
  }

  @Get('mine')
  @Requires('child:read-record')
  @ApiOperation({ summary: 'Emergency access to the records of one’s own children, newest first' })
  @ApiOkResponse({ type: MyAlertsDto })
  mine(@Query() query: PageQuery, @Who() who: Who): Promise<MyAlertsDto> {
    return this.alerts.mine(who, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One alert' })
  @ApiOkResponse({ type: AlertDto })
  one(@Param('id', alertId) id: Uuid, @Who() who: Who): Promise<AlertDto> {
    return this.alerts.one(who, id);
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that an alert was read, with a note' })
  @ApiNoContentResponse({ description: 'It is read; the first reader’s note stays.' })
  read(@Param('id', alertId) id: Uuid, @Body() { note }: ReadAlertBody, @Who() who: Who): Promise<void> {
    return this.alerts.read(who, id, note);
  }
}
