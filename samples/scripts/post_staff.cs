// Posts a school with its staff, a programme, a course and its learners by import, as a neighbouring system would.
//   dotnet run samples/scripts/post_staff.cs -- --key KEY --centre spb-central [--url http://localhost:5080]
// Safe to run again: the second run says «changed: 0». Give --check to see what would happen without writing.
#:property PublishAot=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

const string Source = "staff-script";
var url = Argument("--url") ?? "http://localhost:5080";
var key = Argument("--key") ?? Environment.GetEnvironmentVariable("METHODCENTER_KEY");
var centre = Argument("--centre") ?? "spb-central";
var mode = args.Contains("--check") ? "dryRun" : "allOrNothing";
if (key is null)
{
    Console.Error.WriteLine("Give an API key: --key KEY (or METHODCENTER_KEY). The demo prints one for each role.");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(url) };
http.DefaultRequestHeaders.Add("X-Api-Key", key);
http.DefaultRequestHeaders.Add("X-Centre", centre);
http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");

// One file for each dataset, in the order in which they refer to each other. Rows are known by the keys of the source.
(string Dataset, string MediaType, string File)[] files =
[
    (
        "organisations",
        "application/x-ndjson",
        """
        {"key":"school-1","code":"script-school-1","shortName":"Школа из сценария","kind":"secondarySchool","legalForm":"ГБОУ"}
        """
    ),
    (
        "employees",
        "text/csv",
        """
        Ключ;Фамилия;Имя;Образование;Педагогический стаж с;Организация;Должность;Работает с
        001;Первова;Анна;Высшее;01.09.2015;script-school-1;Учитель;01.09.2020
        002;Второв;Илья;Высшее;01.09.2015;script-school-1;Учитель;01.09.2020
        003;Третьякова;Ольга;Высшее;01.09.2015;script-school-1;Учитель;01.09.2020
        """
    ),
    (
        "programmes",
        "application/x-ndjson",
        """
        {"code":"SCRIPT-1","title":"Цифровые инструменты учителя (сценарий)","kind":"professionalDevelopment","hours":36,"line":"ict","form":"fullTime","approvedOn":"2024-06-03"}
        """
    ),
    (
        "courses",
        "application/x-ndjson",
        """
        {"key":"course-1","programme":"SCRIPT-1","academicYear":"2024-2025","season":"autumn","startsOn":"2024-10-01","endsOn":"2024-12-20","form":"fullTime","fundingSource":"stateAssignment","capacity":12,"status":"registrationOpen"}
        """
    ),
    (
        "enrolments",
        "text/csv",
        """
        Ключ курса;Ключ работника;Дата зачисления
        course-1;001;01.10.2024
        course-1;002;01.10.2024
        course-1;003;01.10.2024
        """
    ),
];

var changed = 0;
foreach (var (dataset, mediaType, file) in files)
{
    var operation = await EndAsync(await SendAsync(dataset, mediaType, file));
    var counts = operation["counts"]!;
    var touched = (int)counts["created"]! + (int)counts["changed"]!;
    changed += touched;
    Console.WriteLine($"{dataset}: {touched} changed, {counts["unchanged"]} unchanged, {counts["refused"]} refused");
    if ((string?)operation["state"] != "succeeded" || (int)counts["refused"]! > 0)
    {
        Console.Error.WriteLine((string?)operation["error"]?["message"]);
        foreach (
            var finding in (await GetAsync($"operations/{operation["id"]}/findings?limit=100"))["items"]!.AsArray()
        )
        {
            Console.Error.WriteLine(
                $"  {finding!["row"]}, {finding["column"]} «{finding["value"]}»: {finding["message"]}"
            );
        }

        return 1;
    }
}

Console.WriteLine($"changed: {changed}");
return 0;

string? Argument(string name)
{
    var place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}

async Task<JsonNode> GetAsync(string path) => await ReadAsync(await http.GetAsync($"/api/v1/{path}"));

// 202: the service works on it; the operation tells how far it is.
async Task<JsonNode> SendAsync(string dataset, string mediaType, string file)
{
    using var content = new StringContent(file, Encoding.UTF8);
    content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    return await ReadAsync(
        await http.PostAsync($"/api/v1/imports/{dataset}?mode={mode}&source={Source}&fileName={dataset}", content)
    );
}

async Task<JsonNode> EndAsync(JsonNode operation)
{
    while ((string?)operation["state"] is "uploading" or "queued" or "running")
    {
        await Task.Delay(100);
        operation = await GetAsync($"operations/{operation["id"]}");
    }

    return operation;
}

static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
{
    using (response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"{(int)response.StatusCode}: {text}");
    }
}
