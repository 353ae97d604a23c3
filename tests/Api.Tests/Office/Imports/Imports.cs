using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>What tests of imports share: a staff list, sending it, waiting for its end.</summary>
internal static class Imports
{
    public const string Header =
        "Ключ;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Ставка;Работает с";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>A staff list of one school, everyone new.</summary>
    public static string StaffList(int rows, int first = 1, string organisation = "school-1") =>
        string.Join("\r\n", Enumerable.Range(first, rows).Select(number => Row(number, organisation)).Prepend(Header));

    public static string Row(int number, string organisation = "school-1") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number:D5};Иванова{Letters(number)};Анна;Петровна;{new DateOnly(1970, 1, 1).AddDays(number % 9000):dd.MM.yyyy};{Snils(number)};{organisation};Учитель;1;01.09.2015"
        );

    /// <summary>A number whose checksum is right.</summary>
    public static string Snils(int number)
    {
        var digits = (200_000_000 + number).ToString(CultureInfo.InvariantCulture);
        var sum = Enumerable.Range(0, 9).Sum(place => (digits[place] - '0') * (9 - place)) % 101;
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{(sum == 100 ? 0 : sum):D2}");
    }

    /// <summary>Sends a file; the answer as it comes.</summary>
    public static Task<Answer> SendAsync(
        ApiClient client,
        string path,
        byte[] file,
        string type = "text/csv",
        params (string Name, string Value)[] headers
    )
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return client.SendAsync(HttpMethod.Post, path, content, headers);
    }

    /// <summary>Sends a CSV and waits for the end of the operation.</summary>
    public static async Task<JsonNode> RunAsync(
        ApiClient client,
        string csv,
        string mode = "allOrNothing",
        string dataset = "employees"
    )
    {
        var path = $"/imports/{dataset}?mode={mode}&source=test";
        var started = await SendAsync(client, path, Encoding.UTF8.GetBytes(csv));
        return await EndAsync(client, started.Expect(HttpStatusCode.Accepted).Id);
    }

    public static async Task<JsonNode> EndAsync(ApiClient client, Guid operation)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = (await client.GetAsync($"/operations/{operation}")).Expect(HttpStatusCode.OK).Json!;
            if ((string?)found["state"] is not ("uploading" or "queued" or "running"))
            {
                return found;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    public static async Task<IReadOnlyList<JsonNode>> FindingsAsync(ApiClient client, JsonNode operation)
    {
        var page = await client.GetAsync($"/operations/{(string?)operation["id"]}/findings?limit=500");
        return [.. page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => item!)];
    }

    private static string Letters(int number)
    {
        var letters = new StringBuilder();
        for (; number > 0; number /= 26)
        {
            letters.Append((char)('а' + (number % 26)));
        }

        return letters.ToString();
    }
}
