// From the key to an enrolled teacher: a school, a teacher, a programme, a course, the enrolment.
//   dotnet run --project Enrol -- --key KEY [--centre spb-central] [--url http://localhost:5080]
// Safe to run again: what the first run made is found or replayed.
using MethodCenter.Client;
using MethodCenter.Client.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

const string Source = "client-csharp";
var today = DateTime.Today;
var key = Argument("--key") ?? Environment.GetEnvironmentVariable("METHODCENTER_KEY");
if (key is null)
{
    Console.Error.WriteLine("Give an API key: --key KEY (or METHODCENTER_KEY). The demo writes one for each role.");
    return 2;
}

// What every request bears. Codes and members are the same in every language; messages are in the one asked for.
using var http = KiotaClientFactory.Create();
http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
if (Argument("--centre") is { } centre)
{
    http.DefaultRequestHeaders.Add("X-Centre", centre);
}

// Kiota's ApiKeyAuthenticationProvider would send the key by https only; the service of the sample may be on this machine.
http.DefaultRequestHeaders.Add("X-Api-Key", key);
using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
{
    BaseUrl = Argument("--url") ?? "http://localhost:5080",
};
var api = new MethodCenterClient(adapter).Api.V1;

try
{
    // 1. Who the key is, and what it may do.
    var me = (await api.Me.GetAsync())!;
    Console.WriteLine($"key: {me.DisplayName} ({string.Join(", ", me.Roles!.Select(role => role.Role))})");

    // 2. What has a key of one's own goes by it: made once, changed when it differs, else left alone.
    var school = (
        await api
            .Organisations.ByKey[Source]["school-1"]
            .PutAsync(
                new OrganisationBody
                {
                    Code = "cs-school-1",
                    ShortName = "Школа из примера на C#",
                    Kind = OrganisationKind.SecondarySchool,
                    LegalForm = "ГБОУ",
                }
            )
    )!;
    var positions = await api.Positions.GetAsync(request =>
    {
        request.QueryParameters.Q = "Учитель";
        request.QueryParameters.Limit = 1;
    });
    var teacher = (
        await api
            .Employees.ByKey[Source]["001"]
            .PutAsync(
                new RegisterEmployee
                {
                    LastName = "Образцова",
                    FirstName = "Анна",
                    Education = EducationLevel.Higher,
                    Employment = new EmploymentBody
                    {
                        OrganisationId = school.Id,
                        PositionId = positions!.Items![0].Id,
                        From = new Date(2020, 9, 1),
                    },
                }
            )
    )!;
    Console.WriteLine($"teacher: {teacher.LastName} {teacher.FirstName}, {school.ShortName}");

    // 3. What has none is made with an idempotency key: sent twice, it is made once. A transition names the revision it means.
    var courseId = await OpenCourseAsync(await ProgrammeAsync("CS-1"));
    var course = (await api.Courses[courseId].GetAsync())!;
    Console.WriteLine($"course: {course.Number}, {course.Title}, free seats: {course.SeatsFree}");

    // 4. The enrolment; who is enrolled already is answered with 409 and a code.
    try
    {
        await api.Courses[courseId].Enrolments.PostAsync(new EnrolmentBody { EmployeeId = teacher.Id });
    }
    catch (Problem problem) when (problem.Code == "enrolment.already-enrolled")
    {
        Console.WriteLine("enrolled before");
    }

    // 5. The courses of the teacher, page by page.
    string? cursor = null;
    do
    {
        var page = (
            await api.Employees[teacher.Id!.Value]
                .Enrolments.GetAsync(request =>
                {
                    request.QueryParameters.Cursor = cursor;
                    request.QueryParameters.Limit = 100;
                })
        )!;
        foreach (var enrolment in page.Items!)
        {
            Console.WriteLine($"enrolled: {enrolment.Course!.Title}, {enrolment.State}");
        }

        cursor = page.Next;
    } while (cursor is not null);

    return 0;
}
catch (Problem problem)
{
    Console.Error.WriteLine($"{problem.Status} {problem.Code}: {problem.Detail}");
    foreach (var field in problem.Errors ?? [])
    {
        Console.Error.WriteLine($"  {field.Pointer}: {field.Message}");
    }

    return 1;
}

async Task<Guid> ProgrammeAsync(string code)
{
    var known = await api.Programmes.GetAsync(request =>
    {
        request.QueryParameters.Q = code;
        request.QueryParameters.Limit = 1;
    });
    if (known!.Items is [var found, ..])
    {
        return found.Id!.Value;
    }

    var registered = await api.Programmes.PostAsync(
        new RegisterProgramme
        {
            Code = code,
            Title = "Цифровые инструменты учителя (пример на C#)",
            Kind = ProgrammeKind.ProfessionalDevelopment,
            Hours = 36,
            Line = ProgrammeLine.Ict,
            Form = StudyForm.FullTime,
            ApprovedOn = new Date(today),
        },
        request => request.Headers.Add("Idempotency-Key", $"{Source}-{code}")
    );
    return registered!.Id!.Value;
}

async Task<Guid> OpenCourseAsync(Guid programmeId)
{
    var known = await api.Courses.GetAsync(request =>
    {
        request.QueryParameters.ProgrammeId = programmeId;
        request.QueryParameters.Status = CourseStatus.RegistrationOpen;
        request.QueryParameters.Limit = 1;
    });
    if (known!.Items is [var found, ..])
    {
        return found.Id!.Value;
    }

    // Two weeks from now, for two months.
    var (starts, ends) = (today.AddDays(14), today.AddDays(74));
    var first = starts.Month >= 9 ? starts.Year : starts.Year - 1;
    var course = (
        await api.Courses.PostAsync(
            new RegisterCourse
            {
                ProgrammeId = programmeId,
                AcademicYear = $"{first}-{first + 1}",
                Season = starts.Month >= 9 ? CourseSeason.Autumn : CourseSeason.Spring,
                StartsOn = new Date(starts),
                EndsOn = new Date(ends),
                Form = StudyForm.FullTime,
                Funding = new FundingModel { Source = FundingSource.StateAssignment },
                Capacity = 12,
            },
            request => request.Headers.Add("Idempotency-Key", $"{Source}-{programmeId}-{starts:yyyy-MM-dd}")
        )
    )!;
    await api.Courses[course.Id!.Value]
        .RegistrationOpening.PostAsync(request => request.Headers.Add("If-Match", $"\"{course.Version}\""));
    return course.Id.Value;
}

string? Argument(string name)
{
    var place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}
