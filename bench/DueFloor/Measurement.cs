using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MethodCenter.DueFloor;

/// <summary>The report over HTTP and the bare SQL, in turn; both must say the same.</summary>
internal static class Measurement
{
    private const int WarmUp = 5;
    private static readonly DateOnly Day = new(2026, 12, 31);

    private const string Rows = """
        WITH place AS (
            SELECT * FROM (
                SELECT m.employee_id, m.organisation_id,
                    row_number() OVER (
                        PARTITION BY m.employee_id
                        ORDER BY CASE WHEN m.kind = 'Main' THEN 0 ELSE 1 END, m."from", m.id
                    ) AS place
                FROM employments m JOIN positions p ON p.id = m.position_id AND p.category = 'Teaching'
                WHERE m.centre_id = @centre AND m."from" <= @day AND (m."to" IS NULL OR m."to" >= @day)
            ) ranked WHERE place = 1
        ), completion AS (
            SELECT employee_id, completed_on AS day FROM training_records
            WHERE centre_id = @centre AND state = 'Recorded' AND completed_on <= @day
                AND kind IN ('ProfessionalDevelopment', 'Retraining')
            UNION ALL
            SELECT e.employee_id, c.ends_on FROM enrolments e
            JOIN courses c ON c.id = e.course_id JOIN programmes p ON p.id = c.programme_id
            WHERE e.centre_id = @centre AND e.state = 'Completed' AND c.ends_on <= @day
                AND p.kind IN ('ProfessionalDevelopment', 'Retraining')
        ), latest AS (
            SELECT employee_id, max(day) AS day FROM completion GROUP BY employee_id
        )

        """;

    private const string PageSql =
        Rows
        + """
            SELECT e.id, e.last_name, e.first_name, e.patronymic, o.id, o.code, o.short_name, latest.day
            FROM place JOIN employees e ON e.id = place.employee_id
            JOIN organisations o ON o.id = place.organisation_id
            LEFT JOIN latest ON latest.employee_id = e.id
            ORDER BY coalesce(latest.day, @never), e.name_key, e.id LIMIT 51
            """;

    private const string CountSql =
        Rows
        + """
            SELECT o.id, o.code, o.short_name, count(place.employee_id),
                sum(CASE WHEN place.employee_id IS NOT NULL AND latest.day IS NULL THEN 1 ELSE 0 END),
                sum(CASE WHEN latest.day < @inTime THEN 1 ELSE 0 END)
            FROM organisations o LEFT JOIN place ON place.organisation_id = o.id
            LEFT JOIN latest ON latest.employee_id = place.employee_id
            WHERE o.centre_id = @centre GROUP BY o.id, o.code, o.short_name, o.name_key ORDER BY o.name_key, o.id
            """;

    /// <returns>Medians of service and floor in milliseconds, and floor to service.</returns>
    public static async Task<string> RunAsync(Database database, string url, string key, int rounds)
    {
        var centre = (await database.ReadAsync("SELECT id FROM centres WHERE code = 'bench'"))[0][0]!;
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        client.DefaultRequestHeaders.Add("X-Centre", "bench");
        List<double> service = [];
        List<double> floor = [];
        for (var round = -WarmUp; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await client.GetStringAsync(
                string.Create(CultureInfo.InvariantCulture, $"/api/v1/reports/training-due?asOf={Day:yyyy-MM-dd}")
            );
            var served = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            began = Stopwatch.GetTimestamp();
            (string, object)[] parameters = [("centre", centre), ("day", Day)];
            var page = await database.ReadAsync(PageSql, [.. parameters, ("never", new DateOnly(1900, 1, 1))]);
            var counts = await database.ReadAsync(CountSql, [.. parameters, ("inTime", Day.AddYears(-3))]);
            var bare = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (round == -WarmUp)
            {
                Compare(answer, page, counts);
            }

            if (round >= 0)
            {
                service.Add(served);
                floor.Add(bare);
            }
        }

        var (one, other) = (Median(service), Median(floor));
        return string.Create(CultureInfo.InvariantCulture, $"{one:F1} {other:F1} {one / other:F2}");
    }

    private static void Compare(string answer, List<object?[]> page, List<object?[]> counts)
    {
        using var json = JsonDocument.Parse(answer);
        var total = json.RootElement.GetProperty("total");
        (long, long, long) said = (
            total.GetProperty("base").GetInt64(),
            total.GetProperty("never").GetProperty("count").GetInt64(),
            total.GetProperty("overdue").GetProperty("count").GetInt64()
        );
        (long, long, long) counted = (Sum(3), Sum(4), Sum(5));
        var listed = json.RootElement.GetProperty("employees").GetProperty("items").GetArrayLength();
        if (said != counted || listed != Math.Min(page.Count, 50))
        {
            throw new InvalidOperationException($"The service says {said}, the bare SQL {counted}; {listed} persons.");
        }

        long Sum(int column) => counts.Sum(row => Convert.ToInt64(row[column], CultureInfo.InvariantCulture));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1
            ? values[values.Count / 2]
            : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
