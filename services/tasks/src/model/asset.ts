import { Schema } from 'mongoose';

/** What a file is: a creator's upload, a file of a job that we made, or an attempt's result. */
type AssetKind = 'UPLOAD' | 'PICTURE' | 'PREVIEW' | 'BAND' | 'SCENE' | 'ARCHIVE' | 'MADE' | 'FRAME';

/** What is known of a frame that was uploaded. */
export interface FrameDocument {
  number: number;
  /** Hash of the file that was looked at; undefined until it is. */
  seen?: string;
  black?: boolean;
  /** Why it cannot be taken. */
  reasonCode?: string;
  reason?: string;
}

/** A file, or the place for one. */
export interface AssetDocument {
  _id: string;
  /** The creator of an upload or a job, or the provider of the worker that made it. */
  ownerId: string;
  kind: AssetKind;
  /** PENDING until it is stored whole. */
  state: 'PENDING' | 'STORED';
  jobId?: string;
  contentType: string;
  sizeBytes: number;
  /** In hexadecimal; of uploads and results. */
  sha256?: string;
  /** Of a frame and its preview: the attempt that made it. */
  attemptId?: string;
  /** Of a frame. */
  frame?: FrameDocument;
  createdAt: Date;
  /** From when on nobody needs it. */
  discardAt?: Date;
}

export const assetSchema = new Schema<AssetDocument>(
  {
    _id: { type: String, required: true },
    ownerId: { type: String, required: true },
    kind: { type: String, required: true },
    state: { type: String, required: true },
    jobId: String,
    contentType: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    sha256: String,
    attemptId: String,
    frame: {
      type: {
        _id: false,
        number: Number,
        seen: String,
        black: Boolean,
        reasonCode: String,
        reason: String,
      },
      default: undefined,
    },
    createdAt: { type: Date, required: true },
    discardAt: Date,
  },
  { collection: 'assets', versionKey: false },
);

assetSchema.index({ ownerId: 1, kind: 1, createdAt: -1 });
assetSchema.index({ jobId: 1, kind: 1 });
assetSchema.index(
  { attemptId: 1, 'frame.number': 1 },
  { partialFilterExpression: { attemptId: { $exists: true } } },
);
assetSchema.index({ discardAt: 1 }, { partialFilterExpression: { discardAt: { $exists: true } } });
