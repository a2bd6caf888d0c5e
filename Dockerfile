FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
# Nodejieba is compiled where no prebuilt file can be had.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
 # What is left of compiling it.
 && rm -rf node_modules/nodejieba/build/Release/obj.target

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY src ./src
COPY data ./data
# The only folder that the bot writes to.
RUN mkdir var && chown node:node var
VOLUME /app/var
USER node
# Node itself and not npm, so that signals reach it.
CMD ["node", "--import", "tsx", "src/index.ts"]
