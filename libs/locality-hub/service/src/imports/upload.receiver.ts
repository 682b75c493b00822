import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { HttpProblem, notFound, problem, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import type { FastifyRequest } from 'fastify';
import { type Declared, declarationOf, isOwn } from './upload.js';
import { Uploads } from './uploads.service.js';

/** 20 files of 100 MB at most (ssda903-import.md, Reading 1). */
export const UPLOAD_LIMITS = { files: 20, fileSize: 100 * 1024 * 1024, fields: 10, fieldSize: 1000, parts: 40 };

const NO_FILES = (): HttpProblem => new HttpProblem(problem(400, 'FILES_MISSING', 'Choose at least one file.', { errors: [{ field: 'files', sentence: 'Choose at least one file.' }] }));
const NOT_AN_UPLOAD = (): HttpProblem => new HttpProblem(problem(415, 'UPLOAD_EXPECTED', 'Send the files as multipart/form-data.'));

/** The name that a person knows the file by: without folders, and no longer than a page can show. */
const nameOf = ({ filename }: MultipartFile): string => filename.split(/[/\\]/).at(-1)?.slice(-120) || 'file without a name';

/** Reads an upload part by part: fields may stand before or after the files. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem when the upload cannot be taken; nothing of it is kept then. */
  async receive(request: FastifyRequest, who: Who): Promise<Uuid> {
    if (!request.isMultipart()) throw NOT_AN_UPLOAD();
    const id = await this.uploads.open(who);
    try {
      const { declared, files } = await this.readParts(request.parts({ limits: UPLOAD_LIMITS }), who, id);
      if (!isOwn(declared.authority, who.authority)) throw notFound();
      if (files === 0) throw NO_FILES();
      const declaration = declarationOf(declared, this.clock.today());
      if (!declaration.ok) throw refused(declaration.refusal);
      const [it] = declaration.events;
      if (it === undefined) throw new Error('a declaration that is taken says something');
      await this.uploads.begin(who, id, it);
      return id;
    } catch (error) {
      await this.uploads.forget(who, id);
      throw error;
    }
  }

  private async readParts(parts: AsyncIterableIterator<Multipart>, who: Who, id: Uuid): Promise<{ declared: Declared; files: number }> {
    const fields = new Map<string, string>();
    let files = 0;
    for await (const part of parts) {
      if (part.type === 'field') fields.set(part.fieldname, String(part.value));
      // A browser sends an empty part for a file box that was left empty.
      else if (part.filename === '' || part.filename === undefined) part.file.resume();
      else await this.uploads.read(who, id, (files += 1), nameOf(part), part.file);
    }
    return { declared: { authority: fields.get('authority'), year: fields.get('year'), asAt: fields.get('asAt'), check: fields.get('check') }, files };
  }
}
