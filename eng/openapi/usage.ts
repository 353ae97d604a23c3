// Compiled, never run: a client written against the generated types, as a front-end would write it.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/schema";

type Course = components["schemas"]["CourseDetails"];
type Problem = components["schemas"]["Problem"];

const api = createClient<paths>({ baseUrl: "http://localhost:5080", headers: { "X-Api-Key": "…" } });

export async function registerAndOpen(programmeId: string): Promise<Course> {
  const { data, error, response } = await api.POST("/api/v1/courses", {
    params: { header: { "X-Centre": "kemerovo", "Idempotency-Key": "autumn-1" } },
    body: {
      programmeId,
      academicYear: "2026-2027",
      season: "autumn",
      startsOn: "2026-10-01",
      endsOn: "2026-12-20",
      form: "fullTime",
      funding: { source: "stateAssignment" },
      capacity: 25,
    },
  });
  if (!data) {
    throw explain(error);
  }

  const opened = await api.POST("/api/v1/courses/{id}/registration-opening", {
    params: { path: { id: data.id }, header: { "If-Match": response.headers.get("ETag") ?? `"${data.version}"` } },
  });
  if (!opened.data) {
    throw explain(opened.error);
  }

  return opened.data;
}

export async function changeCapacity(course: Course, capacity: number): Promise<number> {
  const { data, error } = await api.PATCH("/api/v1/courses/{id}", {
    params: { path: { id: course.id }, header: { "If-Match": `"${course.version}"` } },
    body: { capacity },
  });
  if (!data) {
    throw explain(error);
  }

  const free: number = data.seatsFree;
  return free;
}

export async function* allCourses(academicYear: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const { data, error } = await api.GET("/api/v1/courses", {
      params: { query: { academicYear, status: "registrationOpen", sort: "-startsOn", limit: 500, cursor } },
    });
    if (!data) {
      throw explain(error);
    }

    yield* data.items.map((course) => `${course.number} ${course.title}`);
    cursor = data.next ?? undefined;
  } while (cursor);
}

function explain(problem: Problem): Error {
  const fields = problem.errors?.map((field) => `${field.pointer}: ${field.message}`) ?? [];
  return new Error([problem.detail, ...fields].join("\n"));
}
