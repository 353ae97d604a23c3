// Posts a school with its staff, a programme, a course and its learners, as a neighbouring system would.
//   dotnet run samples/scripts/post_staff.cs -- --key KEY --centre spb-central [--url http://localhost:5080]
// Safe to run again: the second run changes nothing.
#:property PublishAot=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

const string Source = "staff-script";
var url = Argument("--url") ?? "http://localhost:5080";
var key = Argument("--key") ?? Environment.GetEnvironmentVariable("METHODCENTER_KEY");
var centre = Argument("--centre") ?? "spb-central";
if (key is null)
{
    Console.Error.WriteLine("Give an API key: --key KEY (or METHODCENTER_KEY). The demo prints one for each role.");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(url) };
http.DefaultRequestHeaders.Add("X-Api-Key", key);
http.DefaultRequestHeaders.Add("X-Centre", centre);
http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
var changed = 0;

try
{
    var school = await PutAsync(
        "organisations",
        "school-1",
        new JsonObject
        {
            ["code"] = "script-school-1",
            ["shortName"] = "Школа из сценария",
            ["kind"] = "secondarySchool",
            ["legalForm"] = "ГБОУ",
        }
    );
    var positions = (await GetAsync("positions?limit=500"))["items"]!.AsArray();
    var teacher = positions.Single(position => (string?)position!["code"] == "teacher")!["id"]!.DeepClone();

    List<string> people = [];
    foreach (
        var (lastName, firstName, number) in new[]
        {
            ("Первова", "Анна", 1),
            ("Второв", "Илья", 2),
            ("Третьякова", "Ольга", 3),
        }
    )
    {
        var employee = await PutAsync(
            "employees",
            number.ToString("D3", CultureInfo.InvariantCulture),
            new JsonObject
            {
                ["lastName"] = lastName,
                ["firstName"] = firstName,
                ["education"] = "higher",
                ["teachingSince"] = "2015-09-01",
                ["employment"] = new JsonObject
                {
                    ["organisationId"] = (string?)school["id"],
                    ["positionId"] = teacher.DeepClone(),
                    ["from"] = "2020-09-01",
                },
            }
        );
        people.Add((string)employee["id"]!);
    }

    var programme =
        await FindAsync("programmes?limit=500", item => (string?)item["code"] == "SCRIPT-1")
        ?? await PostAsync(
            "programmes",
            "programme-1",
            new JsonObject
            {
                ["code"] = "SCRIPT-1",
                ["title"] = "Цифровые инструменты учителя (сценарий)",
                ["kind"] = "professionalDevelopment",
                ["hours"] = 36,
                ["line"] = "ict",
                ["form"] = "fullTime",
                ["approvedOn"] = "2024-06-03",
            }
        );
    var course =
        await FindAsync($"courses?limit=500&programmeId={programme["id"]}", _ => true)
        ?? await PostAsync(
            "courses",
            "course-1",
            new JsonObject
            {
                ["programmeId"] = (string?)programme["id"],
                ["academicYear"] = "2024-2025",
                ["season"] = "autumn",
                ["startsOn"] = "2024-10-01",
                ["endsOn"] = "2024-12-20",
                ["form"] = "fullTime",
                ["funding"] = new JsonObject { ["source"] = "stateAssignment" },
                ["capacity"] = 12,
            }
        );
    course = await GetAsync($"courses/{course["id"]}");
    if ((string?)course["status"] == "registered")
    {
        course = await SendAsync(
            HttpMethod.Post,
            $"courses/{course["id"]}/registration-opening",
            null,
            (int)course["version"]!
        );
        changed++;
    }

    var learners = (await GetAsync($"courses/{course["id"]}/enrolments?limit=500"))["items"]!.AsArray();
    foreach (var person in people.Where(person => !learners.Any(learner => Learner(learner!) == person)))
    {
        await PostAsync(
            $"courses/{course["id"]}/enrolments",
            $"enrolment-{person}",
            new JsonObject { ["employeeId"] = person, ["on"] = "2024-10-01" }
        );
    }
}
catch (RefusedException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}

Console.WriteLine($"changed: {changed}");
return 0;

string? Argument(string name)
{
    var place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}

static string? Learner(JsonNode enrolment) => (string?)enrolment["employeeId"];

Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

async Task<JsonNode?> FindAsync(string path, Func<JsonNode, bool> wanted) =>
    (await GetAsync(path))["items"]!.AsArray().FirstOrDefault(item => wanted(item!));

// By the neighbour's own key: 201 the first time, 200 afterwards. Equal content writes nothing, and this script always
// sends the same.
async Task<JsonNode> PutAsync(string resource, string ownKey, JsonObject body)
{
    var (answer, isNew) = await CallAsync(HttpMethod.Put, $"{resource}/by-key/{Source}/{ownKey}", body, null, null);
    changed += isNew ? 1 : 0;
    return answer;
}

// The same Idempotency-Key for the same thing: a POST whose answer was lost may be sent again.
async Task<JsonNode> PostAsync(string path, string once, JsonObject body)
{
    var (answer, isNew) = await CallAsync(HttpMethod.Post, path, body, null, $"{Source}/{once}");
    changed += isNew ? 1 : 0;
    return answer;
}

async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body, int? version) =>
    (await CallAsync(method, path, body, version, null)).Answer;

async Task<(JsonNode Answer, bool IsNew)> CallAsync(
    HttpMethod method,
    string path,
    JsonObject? body,
    int? version,
    string? once
)
{
    using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
    request.Content = body is null ? null : JsonContent.Create(body);
    if (version is not null)
    {
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
    }

    if (once is not null)
    {
        request.Headers.Add("Idempotency-Key", once);
    }

    using var response = await http.SendAsync(request);
    var text = await response.Content.ReadAsStringAsync();
    if (!response.IsSuccessStatusCode)
    {
        throw new RefusedException($"{method} {path}: {(int)response.StatusCode} {text}");
    }

    var isNew = response.StatusCode == HttpStatusCode.Created && !response.Headers.Contains("Idempotency-Replayed");
    return (JsonNode.Parse(text)!, isNew);
}

internal sealed class RefusedException(string message) : Exception(message);
