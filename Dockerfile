# Easel: the bot alone, without tests and sandbox. Data is in the volume /data, unless DATABASE_URL and BLOBS_URL say else.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes --only-binary :all: -r requirements.txt

COPY manifest.json ./
COPY bot/ bot/
COPY handlers/ handlers/
COPY storage/ storage/
RUN python -m compileall -q bot handlers storage
RUN useradd --system --uid 10001 --no-create-home easel && install -d -o easel -g easel /data

ENV DATA_DIR=/data \
    LOG_FORMAT=json \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=3000
USER easel
VOLUME /data
EXPOSE 3000

# Alive, not ready: a bot that waits for its database must not be killed for it.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['HTTP_PORT']}/healthz\", timeout=4)"]

ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
