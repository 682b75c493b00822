import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Read, notFound } from '@permanence/platform/http';
import { Requires, Who } from '@permanence/platform/identity';
import { SharedProfileDto, SharedProfileQuery } from './shared-profile.dto.js';
import { SharedProfiles } from './shared-profiles.reader.js';

/** @throws TypeError when the text is no reference of the region's tracker. */
const trackerReference = (text: string): string => {
  if (!/^TRK-[2-9A-Z]{4}-[2-9A-Z]{2}$/.test(text)) throw new TypeError('This is not a reference of the tracker.');
  return text;
};

@ApiTags('shared profiles')
@Controller('shared-children')
export class SharedProfilesController {
  constructor(private readonly profiles: SharedProfiles) {}

  @Get(':trackerReference')
  @ApiParam({ name: 'trackerReference', type: String, example: 'TRK-7F3K-9Q' })
  @Requires('profile:request')
  @ApiOperation({ summary: 'The profile of a child of another council, as far as a grant goes' })
  @ApiOkResponse({ type: SharedProfileDto })
  read(@Param('trackerReference', new Read(trackerReference, notFound)) reference: string, @Query() { purpose }: SharedProfileQuery, @Headers('authorization') authorization: string | undefined, @Who() who: Who): Promise<SharedProfileDto> {
    return this.profiles.read(who, authorization ?? '', reference, purpose);
  }
}
