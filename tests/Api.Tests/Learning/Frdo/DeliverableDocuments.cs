using MethodCenter.Api.Tests.Learning.Certificates;

namespace MethodCenter.Api.Tests.Learning.Frdo;

/// <summary>Documents that may be delivered to ФИС ФРДО, made over HTTP.</summary>
internal static class DeliverableDocuments
{
    public static readonly object Statement = new
    {
        responsible = "Тестова Мария Ивановна",
        activity = "Образование и наука",
        budget = "local",
        citizenship = "643",
    };

    /// <summary>A completed course whose learners all have what the template asks, with their documents.</summary>
    public static async Task<IReadOnlyList<Guid>> DeliverableAsync(
        this World world,
        int learners,
        string blankNumber = "000001"
    )
    {
        var course = await world.CompletedCourseAsync(learners);
        var body = new { issuedOn = "2026-08-31", blankNumber };
        (await world.Api.PostAsync($"/courses/{course}/certificates", body)).Expect(HttpStatusCode.OK);
        var register = (await world.Api.GetAsync("/certificates?sort=number&limit=500")).Expect(HttpStatusCode.OK);
        var rows = register.Json!["items"]!.AsArray();
        var number = 112_233_445;
        foreach (var row in rows)
        {
            await world.DescribeAsync((Guid)row!["employeeId"]!, number++);
        }

        return [.. rows.Select(row => (Guid)row!["id"]!)];
    }

    /// <summary>Writes down birth date, sex and a made-up СНИЛС; null: none of them.</summary>
    public static async Task DescribeAsync(this World world, Guid employee, int? number)
    {
        var card = (await world.Api.GetAsync($"/employees/{employee}")).Expect(HttpStatusCode.OK);
        object data = number is { } digits
            ? new
            {
                birthDate = "1985-03-09",
                sex = "female",
                snils = Snils(digits),
            }
            : new { };
        (await world.Api.PutAsync($"/employees/{employee}/personal-data", data, ("If-Match", card.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    private static string Snils(int number)
    {
        var digits = number.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);
        var sum = digits.Select((digit, place) => (digit - '0') * (9 - place)).Sum();
        return digits + (sum % 101 % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
