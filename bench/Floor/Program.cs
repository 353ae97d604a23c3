using System.Data.Common;
using System.Diagnostics;
using MethodCenter.Floor;

// The floor: Kestrel, ADO.NET and generated JSON over the very tables of the service; no identity, scope, validation,
// audit logic or framework above. What the service costs beyond this is what it does for its users.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var store = Store.Of(
    builder.Configuration["Database:Provider"] ?? "Sqlite",
    builder.Configuration.GetConnectionString("MethodCenter")
        ?? throw new InvalidOperationException("Set ConnectionStrings__MethodCenter to a database of the service.")
);
var courses = new Courses(
    store,
    await SingleIdAsync("SELECT id FROM centres"),
    await SingleIdAsync("SELECT id FROM accounts")
);
var app = builder.Build();
app.MapGet("/health/live", () => Results.Ok());
app.MapGet(
    "/api/v1/courses/{id:guid}",
    (RequestDelegate)(
        async http =>
        {
            var id = Guid.Parse((string)http.Request.RouteValues["id"]!);
            await AnswerAsync(http, StatusCodes.Status200OK, await courses.FindAsync(id, http.RequestAborted));
        }
    )
);
app.MapGet(
    "/api/v1/courses",
    (RequestDelegate)(
        async http =>
            await http.Response.WriteAsJsonAsync(
                await courses.ListAsync(http.RequestAborted),
                FloorJson.Plain.CoursePage,
                cancellationToken: http.RequestAborted
            )
    )
);
app.MapPost(
    "/api/v1/courses",
    (RequestDelegate)(
        async http =>
        {
            var wanted = await http.Request.ReadFromJsonAsync(FloorJson.Plain.NewCourse, http.RequestAborted);
            var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
            var course = await courses.RegisterAsync(wanted!, trace, http.RequestAborted);
            await AnswerAsync(http, StatusCodes.Status201Created, course);
        }
    )
);
await app.RunAsync();

static Task AnswerAsync(HttpContext http, int status, Course? course)
{
    http.Response.StatusCode = course is null ? StatusCodes.Status404NotFound : status;
    return course is null
        ? Task.CompletedTask
        : http.Response.WriteAsJsonAsync(course, FloorJson.Plain.Course, cancellationToken: http.RequestAborted);
}

async Task<Guid> SingleIdAsync(string sql)
{
    await using var connection = await store.OpenAsync(CancellationToken.None);
    await using DbCommand command = connection.CreateCommand();
    command.CommandText = sql + " LIMIT 1";
    await using var row = await command.ExecuteReaderAsync();
    return await row.ReadAsync()
        ? store.Id(row, 0)
        : throw new InvalidOperationException($"«{sql}» finds nothing: let the service fill the database first.");
}
