import 'reflect-metadata';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { openApiOf } from './index.js';

class Described {
  @ApiProperty() word!: string;
}

class Empty {}

@Controller('whole')
class WholeController {
  @Get()
  @ApiOperation({ summary: 'A word' })
  @ApiOkResponse({ type: Described })
  word(): Described {
    return { word: 'yes' };
  }

  @Post()
  @ApiOperation({ summary: 'Nothing comes back' })
  @ApiNoContentResponse({ description: 'Done.' })
  act(): void {}
}

@Controller('gaps')
class GapsController {
  @Get()
  silent(): string {
    return '';
  }

  @Get('empty')
  @ApiOperation({ summary: 'Nothing is described' })
  @ApiOkResponse({ type: Empty })
  empty(): Empty {
    return {};
  }
}

@Module({ controllers: [WholeController] })
class WholeModule {}

@Module({ controllers: [WholeController, GapsController] })
class GapsModule {}

const documentOf = async (module: typeof WholeModule) => {
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
  try {
    return openApiOf(app, 'Sample');
  } finally {
    await app.close();
  }
};

describe('the OpenAPI document of a service', () => {
  it('is made from the code', async () => {
    expect(Object.keys((await documentOf(WholeModule)).paths)).toEqual(['/whole']);
  });

  it('stops the start where a route does not say what it answers, has no summary, or a type describes nothing', async () => {
    await expect(documentOf(GapsModule)).rejects.toThrow(/GET \/gaps does not say what it answers; GET \/gaps has no summary; Empty describes no property/);
  });
});
