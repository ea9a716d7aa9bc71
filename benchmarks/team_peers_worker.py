"""The other side of team_peers.py, run by a Python that has the two queues and nothing of ours.

``team_peers_worker.py procrastinate|pgqueuer ADDRESS JOBS WORKERS``: puts the jobs in, starts the
workers together, and tells how long it took from the first fetch to the last finish, as JSON.
"""

import asyncio
import json
import multiprocessing
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from multiprocessing.synchronize import Barrier
from uuid import uuid4

Told = tuple[int, float, float]


async def fill_procrastinate(url: str, jobs: int) -> None:
    app = _app(url)

    @app.task(name="lead")
    async def task() -> None:
        pass

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        for _ in range(0, jobs, 1_000):
            await app.configure_task("lead").batch_defer_async(*[{}] * min(jobs, 1_000))


async def work_procrastinate(url: str, ready: Barrier) -> Told:
    from procrastinate.jobs import Status

    app, done = _app(url), 0
    async with app.open_async():
        own = await app.job_manager.register_worker()
        ready.wait()
        began = time.perf_counter()
        while (job := await app.job_manager.fetch_job(None, own)) is not None:
            await app.job_manager.finish_job(job, Status.SUCCEEDED, delete_job=False)
            done += 1
        return done, began, time.perf_counter()


def _app(url: str):  # noqa: ANN202 - its type is of a library that is not ours
    from procrastinate import App, PsycopgConnector

    return App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=1))


async def fill_pgqueuer(url: str, jobs: int) -> None:
    import asyncpg
    from pgqueuer import Queries

    queries = Queries.from_asyncpg_connection(connection := await asyncpg.connect(url))
    await queries.install()
    await queries.enqueue(["lead"] * jobs, [None] * jobs, [0] * jobs)
    await connection.close()


async def work_pgqueuer(url: str, ready: Barrier) -> Told:
    import asyncpg
    from pgqueuer import Queries
    from pgqueuer.ports.repository import EntrypointExecutionParameter

    queries = Queries.from_asyncpg_connection(connection := await asyncpg.connect(url))
    asked = {"lead": EntrypointExecutionParameter(concurrency_limit=0)}
    own, done, silence = uuid4(), 0, timedelta(seconds=30)
    ready.wait()
    began = time.perf_counter()
    while jobs := await queries.dequeue(1, asked, own, None, silence):
        await queries.log_jobs([(jobs[0], "successful", None)])
        done += 1
    ended = time.perf_counter()
    await connection.close()
    return done, began, ended


FILL: dict[str, Callable[[str, int], Awaitable[None]]] = {
    "procrastinate": fill_procrastinate,
    "pgqueuer": fill_pgqueuer,
}
WORK: dict[str, Callable[[str, Barrier], Awaitable[Told]]] = {
    "procrastinate": work_procrastinate,
    "pgqueuer": work_pgqueuer,
}


def _one(way: str, url: str, ready: Barrier, told: "multiprocessing.Queue[Told]") -> None:
    told.put(asyncio.run(WORK[way](url, ready)))


def main() -> None:
    way, url, jobs, workers = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    asyncio.run(FILL[way](url, jobs))
    ready, told = multiprocessing.Barrier(workers), multiprocessing.Queue()
    started = [
        multiprocessing.Process(target=_one, args=(way, url, ready, told)) for _ in range(workers)
    ]
    for one in started:
        one.start()
    found = [told.get() for _ in started]
    seconds = max(one[2] for one in found) - min(one[1] for one in found)
    print(json.dumps({"done": sum(one[0] for one in found), "seconds": seconds}))


if __name__ == "__main__":
    main()
