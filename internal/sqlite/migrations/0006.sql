-- The sixth schema: how the organisation's pages look.

ALTER TABLE organisation ADD COLUMN "accent" TEXT;

ALTER TABLE organisation ADD COLUMN "hyphenate" TEXT;
