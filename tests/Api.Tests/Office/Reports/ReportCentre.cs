namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>What tests of reports build on a small centre. All days lie in the past, so nothing depends on today.</summary>
internal static class ReportCentre
{
    public const string Year = "2024-2025";

    /// <summary>A course that is open for enrolment.</summary>
    public static async Task<Guid> CourseAsync(
        this World world,
        Guid programmeId,
        object funding,
        string? site,
        string season = "autumn",
        int capacity = 25,
        string year = Year
    )
    {
        var first = year[..4];
        var course = await world.Api.PostAsync(
            "/courses",
            new
            {
                programmeId,
                academicYear = year,
                season,
                startsOn = $"{first}-10-01",
                endsOn = season == "autumn" ? $"{first}-12-20" : $"{year[5..]}-05-20",
                form = "fullTime",
                site,
                funding,
                capacity,
            }
        );
        course.Expect(HttpStatusCode.Created);
        var opened = await world.Api.PostAsync(
            $"/courses/{course.Id}/registration-opening",
            null,
            ("If-Match", course.ETag)
        );
        return opened.Expect(HttpStatusCode.OK).Id;
    }

    public static async Task<Guid> EnrolAsync(
        this World world,
        Guid courseId,
        Guid employeeId,
        string halfYear = "autumn",
        string on = "2024-10-01"
    )
    {
        var enrolment = await world.Api.PostAsync(
            $"/courses/{courseId}/enrolments",
            new
            {
                employeeId,
                halfYear,
                on,
            }
        );
        return enrolment.Expect(HttpStatusCode.Created).Id;
    }

    /// <summary>Moves the last day of a course, e.g. behind 31 August.</summary>
    public static async Task EndAsync(this World world, Guid course, string endsOn)
    {
        var present = (await world.Api.GetAsync($"/courses/{course}")).Expect(HttpStatusCode.OK);
        (await world.Api.PatchAsync($"/courses/{course}", new { endsOn }, ("If-Match", present.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    /// <summary>Says who pays for one learner.</summary>
    public static async Task FundAsync(
        this World world,
        Guid course,
        Guid enrolment,
        string source,
        string? reference = null
    )
    {
        var path = $"/courses/{course}/enrolments/{enrolment}";
        var present = (await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
        var funding = new { source, reference };
        (await world.Api.PutAsync($"{path}/funding", new { funding }, ("If-Match", present.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    /// <summary>A further post, part-time.</summary>
    public static async Task EmployAsync(
        this World world,
        Guid employee,
        Guid organisationId,
        Guid positionId,
        string from,
        string kind = "externalPartTime"
    )
    {
        var body = new
        {
            organisationId,
            positionId,
            from,
            kind,
        };
        var card = (await world.Api.GetAsync($"/employees/{employee}")).Expect(HttpStatusCode.OK);
        var employed = await world.Api.PostAsync($"/employees/{employee}/employments", body, ("If-Match", card.ETag));
        employed.Code.ShouldBeOneOf(200, 201);
    }

    public static async Task<Answer> AttestAsync(
        this World world,
        Guid employeeId,
        Guid organisationId,
        Guid positionId,
        string kind,
        string decidedOn,
        string outcome = "granted"
    )
    {
        var recorded = await world.Api.PostAsync(
            "/attestations",
            new
            {
                employeeId,
                organisationId,
                positionId,
                kind,
                decidedOn,
                outcome,
            }
        );
        return recorded.Expect(HttpStatusCode.Created);
    }

    public static async Task<Answer> StateAsync(
        this World world,
        string report,
        string cellKey,
        decimal value,
        string period = Year
    ) =>
        (
            await world.Api.PostAsync(
                "/stated-figures",
                new
                {
                    report,
                    period,
                    cellKey,
                    value,
                    source = "Отчёт центра",
                }
            )
        ).Expect(HttpStatusCode.Created);

    /// <summary>A client with one role.</summary>
    public static async Task<ApiClient> RoleAsync(
        this World world,
        TestService service,
        string role,
        Guid? organisationId = null
    )
    {
        var account = await world.Api.PostAsync(
            "/accounts",
            new
            {
                kind = "service",
                login = $"{world.Centre}-{role}",
                displayName = role,
                roles = new[] { new { role, organisationId } },
            }
        );
        var key = await world.Api.PostAsync(
            $"/accounts/{account.Expect(HttpStatusCode.Created).Id}/keys",
            new { name = "тест" }
        );
        return service.Client((string)key.Expect(HttpStatusCode.Created)["secret"]!);
    }
}
