# kg from its wheel, without the repository: docker build -t newskg . && docker run --rm -v "$PWD:/news" newskg build news/ -o out/
# The steps are those of .ci/wheel, which runs them without a container engine.
FROM python:3.13-slim AS build
COPY . /src
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /dist /src

FROM python:3.13-slim
COPY --from=build /dist /dist
RUN pip install --no-cache-dir /dist/*.whl && rm -r /dist && useradd --create-home reader
USER reader
WORKDIR /news
EXPOSE 7878
ENTRYPOINT ["kg"]
CMD ["--help"]
