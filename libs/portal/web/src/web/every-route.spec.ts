import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { assertEveryRouteSaysForWhom } from './every-route.check.js';
import { ForSignedIn, Open } from './signed-in.guard.js';

@Controller('children')
@ForSignedIn()
class ChildrenPages {
  @Get()
  list(): void {
    this.help();
  }

  @Get('help')
  @Open('says nothing about anybody')
  help(): void {
    this.list();
  }
}

@Controller('careless')
class CarelessPages {
  @Post()
  forgotten(): string {
    return this.notARoute();
  }

  notARoute(): string {
    return '';
  }
}

@Module({ controllers: [ChildrenPages] })
class Careful {}

@Module({ imports: [Careful], controllers: [CarelessPages] })
class Careless {}

const made = (module: typeof Careful) => NestFactory.create(module, new FastifyAdapter(), { logger: false });

describe('the start of the portal', () => {
  it('goes on when every page says for whom it is', async () => expect(assertEveryRouteSaysForWhom(await made(Careful))).toBeUndefined());

  it('stops at a page that does not', async () => {
    const application = await made(Careless);
    expect(() => assertEveryRouteSaysForWhom(application)).toThrow("The page CarelessPages.forgotten does not say for whom it is: mark it @ForSignedIn(), or @Open('why').");
  });
});
