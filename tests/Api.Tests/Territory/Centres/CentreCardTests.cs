using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Territory.Centres;

/// <summary>The centre's own card over HTTP: everything that papers need, and nothing that must be there.</summary>
public sealed class CentreCardTests
{
    private static readonly object Card = new
    {
        legalForm = "Муниципальное бюджетное учреждение",
        founder = new { name = "Администрация округа", act = "постановление от 01.02.1995 № 17" },
        formerNames = new object[]
        {
            new
            {
                fullName = "Научно-методический центр",
                shortName = "НМЦ",
                until = "2015-08-31",
                act = "приказ № 5",
            },
            new { fullName = "Методический кабинет", until = "2010-06-30" },
        },
        licence = new
        {
            number = "77",
            issuedOn = "2016-01-15",
            issuedBy = "Комитет",
            validUntil = "2030-01-15",
        },
        departments = new object[] { new { name = "Учебный отдел", phone = "2-00-00" }, new { name = "Канцелярия" } },
        head = new
        {
            post = "директор",
            lastName = "Образцова",
            firstName = "Мария",
            patronymic = "Петровна",
        },
        secretary = new
        {
            post = "методист",
            lastName = "Примерова",
            firstName = "Ольга",
        },
        phones = new[] { "8 (000) 000-00-00" },
        site = "https://imc.example.org",
        town = "г. Кемерово",
        orderIndexes = new { enrolment = "з" },
    };

    [Theory]
    [InlineData(MethodCenter.Infrastructure.DatabaseProvider.Sqlite)]
    [InlineData(MethodCenter.Infrastructure.DatabaseProvider.PostgreSql)]
    public async Task It_keeps_what_is_written_on_it(MethodCenter.Infrastructure.DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);

        var written = (await world.CardAsync(Card)).Expect(HttpStatusCode.OK);
        var read = (await world.Api.GetAsync($"/centres/{world.CentreId}")).Expect(HttpStatusCode.OK);
        var other = (await world.CardAsync(new { territory = "Другой округ" })).Expect(HttpStatusCode.OK);

        foreach (var card in new[] { written, read, other })
        {
            ((string)card["legalForm"]!).ShouldBe("Муниципальное бюджетное учреждение");
            ((string)card["founder.name"]!).ShouldBe("Администрация округа");
            ((string)card["founder.act"]!).ShouldBe("постановление от 01.02.1995 № 17");
            card["formerNames"]!
                .AsArray()
                .Select(name => (string)name!["until"]!)
                .ShouldBe(["2010-06-30", "2015-08-31"]);
            ((string)card["licence.number"]!).ShouldBe("77");
            ((string)card["licence.validUntil"]!).ShouldBe("2030-01-15");
            ((string)card["departments.0.phone"]!).ShouldBe("2-00-00");
            ((string)card["head.lastName"]!).ShouldBe("Образцова");
            ((string)card["secretary.post"]!).ShouldBe("методист");
            ((string)card["phones.0"]!).ShouldBe("8 (000) 000-00-00");
            ((string)card["site"]!).ShouldBe("https://imc.example.org");
            ((string)card["town"]!).ShouldBe("г. Кемерово");
            ((string)card["orderIndexes.enrolment"]!).ShouldBe("з");
        }
    }

    [Fact]
    public async Task A_centre_without_it_is_a_centre()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        using var system = service.Client();

        var bare = await system.PostAsync(
            "/centres",
            new
            {
                code = world.Unique("bare") + "-" + world.Centre,
                shortName = "МЦ",
                fullName = "Методический центр",
                territory = "Округ",
            }
        );

        bare.Expect(HttpStatusCode.Created);
        bare["head"].ShouldBeNull();
        bare["licence"].ShouldBeNull();
        bare["phones"]!.AsArray().ShouldBeEmpty();
        bare["formerNames"]!.AsArray().ShouldBeEmpty();
        bare["departments"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_place()
    {
        var world = await World.SharedAsync();

        var licence = await world.CardAsync(
            new
            {
                licence = new
                {
                    number = "77",
                    issuedOn = "2016-01-15",
                    validUntil = "2016-01-14",
                },
            }
        );
        var names = await world.CardAsync(
            new
            {
                formerNames = new[]
                {
                    new { fullName = "А", until = "2010-06-30" },
                    new { fullName = "Б", until = "2010-06-30" },
                },
            }
        );
        var form = await world.CardAsync(
            new
            {
                head = new
                {
                    post = "",
                    lastName = "Образцова",
                    firstName = "Мария",
                },
                site = "не адрес",
                orderIndexes = new { enrolment = "17" },
                phones = new[] { "" },
            }
        );

        licence.FieldErrors.ShouldBe(["/licence/validUntil centre.licence-term"]);
        names.FieldErrors.ShouldBe(["/formerNames centre.two-names"]);
        form.Status.ShouldBe(HttpStatusCode.BadRequest);
        form.FieldErrors.Order(StringComparer.Ordinal)
            .ShouldBe([
                "/head/post validation.required",
                "/orderIndexes/enrolment validation.wrong-format",
                "/phones/0 validation.required",
                "/site validation.wrong-format",
            ]);
    }

    [Fact]
    public async Task A_methodist_reads_it_and_does_not_write_it()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = service.Client(key);
        var card = (await methodist.GetAsync($"/centres/{world.CentreId}")).Expect(HttpStatusCode.OK);

        var refused = await methodist.PatchAsync(
            $"/centres/{world.CentreId}",
            new { town = "г. Иной" },
            ("If-Match", card.ETag)
        );

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
