// From the key to an enrolled teacher: a school, a teacher, a programme, a course, the enrolment.
//   node dist/enrol.js --key KEY [--centre spb-central] [--url http://localhost:5080]
// Safe to run again: what the first run made is found or replayed.
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./generated/schema.js";

type Problem = components["schemas"]["Problem"];

const argument = (name: string) => {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
};
const key = argument("--key") ?? process.env["METHODCENTER_KEY"];
if (!key) {
  console.error("Give an API key: --key KEY (or METHODCENTER_KEY). The demo writes one for each role.");
  process.exit(2);
}

const source = "client-typescript";
const api = createClient<paths>({ baseUrl: argument("--url") ?? "http://localhost:5080" });

// What every request bears. Codes and members are the same in every language; messages are in the one asked for.
const everywhere: Middleware = {
  onRequest({ request }) {
    request.headers.set("X-Api-Key", key);
    request.headers.set("Accept-Language", "ru");
    const centre = argument("--centre");
    if (centre) {
      request.headers.set("X-Centre", centre);
    }
  },
};
api.use(everywhere);

// 1. Who the key is, and what it may do.
const me = taken(await api.GET("/api/v1/me"));
console.log(`key: ${me.displayName} (${me.roles.map((role) => role.role).join(", ")})`);

// 2. What has a key of one's own goes by it: made once, changed when it differs, else left alone.
const school = taken(
  await api.PUT("/api/v1/organisations/by-key/{source}/{key}", {
    params: { path: { source, key: "school-1" } },
    body: { code: "ts-school-1", shortName: "Школа из примера на TypeScript", kind: "secondarySchool", legalForm: "ГБОУ" },
  }),
);
const [position] = taken(await api.GET("/api/v1/positions", { params: { query: { q: "Учитель", limit: 1 } } })).items;
const teacher = taken(
  await api.PUT("/api/v1/employees/by-key/{source}/{key}", {
    params: { path: { source, key: "001" } },
    body: {
      lastName: "Примерова",
      firstName: "Анна",
      education: "higher",
      employment: { organisationId: school.id, positionId: position!.id, from: "2020-09-01" },
    },
  }),
);
console.log(`teacher: ${teacher.lastName} ${teacher.firstName}, ${school.shortName}`);

// 3. What has none is made with an idempotency key: sent twice, it is made once. A transition names the revision it means.
const programme = await programmeOf("TS-1");
const courseId = await openCourse(programme);
const course = taken(await api.GET("/api/v1/courses/{id}", { params: { path: { id: courseId } } }));
console.log(`course: ${course.number}, ${course.title}, free seats: ${course.seatsFree}`);

// 4. The enrolment; who is enrolled already is answered with 409 and a code.
const enrolled = await api.POST("/api/v1/courses/{courseId}/enrolments", {
  params: { path: { courseId } },
  body: { employeeId: teacher.id },
});
if (enrolled.error && enrolled.error.code !== "enrolment.already-enrolled") {
  throw explain(enrolled.error);
}

// 5. The courses of the teacher, page by page.
for await (const enrolment of enrolmentsOf(teacher.id)) {
  console.log(`enrolled: ${enrolment.course.title}, ${enrolment.state}`);
}

async function programmeOf(code: string): Promise<string> {
  const known = taken(await api.GET("/api/v1/programmes", { params: { query: { q: code, limit: 1 } } })).items[0];
  const registered =
    known ??
    taken(
      await api.POST("/api/v1/programmes", {
        params: { header: { "Idempotency-Key": `${source}-${code}` } },
        body: {
          code,
          title: "Цифровые инструменты учителя (пример на TypeScript)",
          kind: "professionalDevelopment",
          hours: 36,
          line: "ict",
          form: "fullTime",
          approvedOn: inDays(0),
        },
      }),
    );
  return registered.id;
}

async function openCourse(programmeId: string): Promise<string> {
  const open = { programmeId, status: "registrationOpen", limit: 1 } as const;
  const known = taken(await api.GET("/api/v1/courses", { params: { query: open } })).items[0];
  if (known) {
    return known.id;
  }

  // Two weeks from now, for two months.
  const [startsOn, endsOn] = [inDays(14), inDays(74)];
  const [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))];
  const registered = await api.POST("/api/v1/courses", {
    params: { header: { "Idempotency-Key": `${source}-${programmeId}-${startsOn}` } },
    body: {
      programmeId,
      academicYear: month >= 9 ? `${year}-${year + 1}` : `${year - 1}-${year}`,
      season: month >= 9 ? "autumn" : "spring",
      startsOn,
      endsOn,
      form: "fullTime",
      funding: { source: "stateAssignment" },
      capacity: 12,
    },
  });
  const course = taken(registered);
  taken(
    await api.POST("/api/v1/courses/{id}/registration-opening", {
      params: {
        path: { id: course.id },
        header: { "If-Match": registered.response.headers.get("ETag") ?? `"${course.version}"` },
      },
    }),
  );
  return course.id;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

async function* enrolmentsOf(id: string) {
  let cursor: string | undefined;
  do {
    const page = taken(
      await api.GET("/api/v1/employees/{id}/enrolments", {
        params: { path: { id }, query: { cursor, limit: 100 } },
      }),
    );
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor);
}

function taken<T>(answer: { data?: T; error?: Problem | undefined }): T {
  if (answer.data === undefined) {
    throw explain(answer.error!);
  }

  return answer.data;
}

function explain(problem: Problem): Error {
  const fields = problem.errors?.map((field) => `${field.pointer}: ${field.message}`) ?? [];
  return new Error([`${problem.status} ${problem.code}: ${problem.detail}`, ...fields].join("\n"));
}
