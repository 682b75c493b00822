import { Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { TenantId } from '@permanence/kernel/values';
import { Read, notFound } from '@permanence/platform/http';
import { Public, Requires, Who } from '@permanence/platform/identity';
import { Calendars } from './calendar.js';
import { CalendarDto, NewCalendarDto } from './calendar.dto.js';

/** 32 bytes in base64url, as `make` writes them. @throws TypeError for anything else */
const secretIn = (text: string): string => {
  const secret = /^([\w-]{43})\.ics$/.exec(text)?.[1];
  if (secret === undefined) throw new TypeError('This is no calendar.');
  return secret;
};

@ApiTags('work')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @Requires('work:read')
  @ApiOperation({ summary: 'Whether you have a calendar address, and until when it opens' })
  @ApiOkResponse({ type: CalendarDto })
  calendar(@Who() who: Who): Promise<CalendarDto> {
    return this.calendars.calendar(who);
  }

  @Post()
  @Requires('work:read')
  @ApiOperation({ summary: 'Make a calendar address of your own; the one before opens nothing from then on' })
  @ApiCreatedResponse({ type: NewCalendarDto })
  make(@Who() who: Who): Promise<NewCalendarDto> {
    return this.calendars.make(who);
  }

  @Delete()
  @HttpCode(204)
  @Requires('work:read')
  @ApiOperation({ summary: 'Take your calendar address back' })
  @ApiNoContentResponse({ description: 'It opens nothing any more.' })
  drop(@Who() who: Who): Promise<void> {
    return this.calendars.drop(who);
  }

  @Get(':authority/:file')
  @Public('a calendar program cannot sign in: the address itself is the secret, and tells references and rules only')
  @ApiParam({ name: 'authority', type: String, example: 'E10000028' })
  @ApiParam({ name: 'file', type: String, description: 'The secret, and `.ics`.' })
  @ApiOperation({ summary: 'Your dates as a calendar (RFC 5545), for whoever has the address' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  fetch(@Param('authority', new Read(TenantId, notFound)) authority: TenantId, @Param('file', new Read(secretIn, notFound)) secret: string): Promise<string> {
    return this.calendars.fetch(authority, secret);
  }
}
