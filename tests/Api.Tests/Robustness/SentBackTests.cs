using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>
/// What was read is changed and sent back by PUT as it is: id, version and names beside ids do not stand in the way.
/// </summary>
public sealed class SentBackTests
{
    [Fact]
    public async Task A_calendar_goes_there_and_back()
    {
        var world = await World.SharedAsync();
        var path = $"/academic-calendars/{TestTimetables.Year}";
        await world.SetCalendarAsync();
        var read = (await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK);

        var same = (await world.Api.PutAsync(path, read.Json!, ("If-Match", read.ETag))).Expect(HttpStatusCode.OK);

        same.ETag.ShouldBe(read.ETag);
        same.Text.ShouldBe(read.Text);
    }

    [Fact]
    public async Task An_edition_of_risk_factors_is_changed_in_what_was_read()
    {
        var world = await World.SharedAsync();
        var made = await world.Api.PostAsync(
            "/risk-editions",
            new
            {
                code = "2025",
                validFrom = "2025-01-01",
                source = "Свой перечень",
                confidence = "local",
                factors = new[] { "Кадры", "Здание" },
            }
        );
        var path = $"/risk-editions/{made.Expect(HttpStatusCode.Created).Id}";
        var body = (await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK).Json!;
        body["source"] = "Уточнённый перечень";

        var changed = await world.Api.PutAsync(path, body, ("If-Match", made.ETag));

        ((string?)changed.Expect(HttpStatusCode.OK)["source"]).ShouldBe("Уточнённый перечень");
        ((int)changed["version"]!).ShouldBe(2);
    }

    [Fact]
    public async Task A_card_goes_back_under_the_key_of_a_neighbouring_system()
    {
        var world = await World.SharedAsync();
        const string path = "/organisations/by-key/1c/7";
        var made = await world.Api.PutAsync(
            path,
            new
            {
                code = "s-1",
                shortName = "Первая СОШ",
                kind = "secondarySchool",
            }
        );
        var body = made.Expect(HttpStatusCode.Created).Json!;

        var same = await world.Api.PutAsync(path, body);
        body["fullName"] = "МБОУ «Первая СОШ»";
        var changed = await world.Api.PutAsync(path, body);

        same.Expect(HttpStatusCode.OK).ETag.ShouldBe(made.ETag);
        ((string?)changed.Expect(HttpStatusCode.OK)["fullName"]).ShouldBe("МБОУ «Первая СОШ»");
    }

    /// <summary>What no answer has is a slip of the pen, and told; a part of a card by PATCH is read strictly.</summary>
    [Fact]
    public async Task What_is_in_no_answer_is_refused()
    {
        var world = await World.SharedAsync();
        var path = $"/academic-calendars/{TestTimetables.Year}";
        var body = (await world.SetCalendarAsync()).Json!;
        body["vesion"] = 1;

        var refused = await world.Api.PutAsync(path, body);
        var patched = await world.Api.PatchAsync(
            $"/organisations/{await world.OrganisationAsync()}",
            new JsonObject { ["status"] = "closed" },
            ("If-Match", "*")
        );

        refused.Expect(HttpStatusCode.BadRequest).FieldErrors.ShouldBe(["/vesion validation.unknown-member"]);
        patched.Expect(HttpStatusCode.BadRequest).FieldErrors.ShouldBe(["/status validation.unknown-member"]);
    }
}
