using MethodCenter.Api.Tests.Common;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Orders;

/// <summary>The paper of an order as a head signs it, and its place in the book (PAPER-1).</summary>
public sealed class OrderPaperTests
{
    [Fact]
    public async Task An_enrolment_order_has_ground_points_executors_control_and_signature()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 2);
        var draft = (
            await scenario.DraftAsync(
                "enrolment",
                "2025-09-20",
                number: "17-у",
                basis: "в соответствии с планом работы центра на 2025-2026 учебный год.",
                points:
                [
                    new
                    {
                        text = "Организовать обучение слушателей",
                        executor = "методист Петрова А. И.",
                        dueOn = "2026-08-31",
                    },
                    new { text = "Внести сведения в базу данных." },
                ],
                control: "на заместителя директора Сидорову О. Н."
            )
        ).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);

        var (word, _, name) = await scenario.World.Api.WordAsync($"/orders/{draft.Id}/file");
        var page = await scenario.World.Api.PageAsync($"/orders/{draft.Id}/file");

        foreach (var text in new[] { word, page })
        {
            text.ShouldContain("В соответствии с планом работы центра на 2025-2026 учебный год ПРИКАЗЫВАЮ:");
            text.ShouldContain("№ 17-у");
            text.ShouldContain("г. Тестовск");
            text.ShouldContain(
                "1. Зачислить с 01.10.2025 на обучение по дополнительной профессиональной программе повышения квалификации"
            );
            text.ShouldContain("2. Организовать обучение слушателей.");
            text.ShouldContain("Ответственный: методист Петрова А. И. Срок: до 31.08.2026");
            text.ShouldContain("3. Внести сведения в базу данных.");
            text.ShouldContain("Ответственный: ______");
            text.ShouldContain("4. Контроль за исполнением настоящего приказа возложить на заместителя директора");
            text.ShouldContain("Директор");
            text.ShouldContain("М. П. Образцова");
            text.ShouldContain("С приказом ознакомлен(а): методист Петрова А. И.");
        }

        name.ShouldBe("Приказ о зачислении № 17-у от 20.09.2025.docx");
    }

    [Theory]
    [InlineData(null, "В соответствии со статьёй 53 Федерального закона от 29.12.2012 № 273-ФЗ")]
    [InlineData("план-заказ школ", "На основании документов (план-заказ школ) ПРИКАЗЫВАЮ:")]
    [InlineData("На основании заявок школ,", "На основании заявок школ ПРИКАЗЫВАЮ:")]
    public async Task The_ground_is_the_preamble(string? basis, string preamble)
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1);
        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01", basis: basis)).Expect(HttpStatusCode.Created);

        var page = await scenario.World.Api.PageAsync($"/orders/{draft.Id}/file");

        page.ShouldContain(preamble);
        page.ShouldContain("3. Контроль за исполнением настоящего приказа оставляю за собой.");
    }

    [Theory]
    [InlineData(
        "professionalDevelopment",
        36,
        "удостоверение о повышении квалификации",
        "справка об обучении",
        "удостоверения о повышении квалификации"
    )]
    [InlineData(
        "retraining",
        250,
        "диплом о профессиональной переподготовке",
        "справка об обучении",
        "дипломы о профессиональной переподготовке"
    )]
    [InlineData("permanentSeminar", 36, "сертификат", "–", "сертификаты")]
    public async Task A_completion_order_names_the_document_by_its_kind(
        string programme,
        int hours,
        string passed,
        string failed,
        string point
    )
    {
        var scenario = await OrderScenario.CreateAsync(
            await TestService.SharedAsync(),
            2,
            hours: hours,
            programme: programme
        );
        await scenario.ProtocolAsync("2026-08-31", "passed", "failed");
        var draft = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);

        var page = await scenario.World.Api.PageAsync($"/orders/{draft.Id}/file");

        page.ShouldContain($"<td>{passed}</td>");
        page.ShouldContain($"<td>{failed}</td>");
        page.ShouldContain(point);
        page.ShouldNotContain("документ об обучении");
    }

    [Fact]
    public async Task An_expulsion_names_its_day_and_its_reason()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1, year: "2026-2027");
        var draft = (
            await scenario.DraftAsync(
                "expulsion",
                "2026-11-16",
                [scenario.Enrolments[0]],
                leavesOn: "2026-11-20",
                reason: "личное заявление от 15.11.2026"
            )
        ).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);

        var (word, _, name) = await scenario.World.Api.WordAsync($"/orders/{draft.Id}/file");
        var enrolments = (await scenario.World.Api.GetAsync($"/courses/{scenario.Course}/enrolments")).Json!;
        var left = await scenario.World.Api.GetAsync($"/courses/{scenario.Course}/enrolments/{scenario.Enrolments[0]}");

        word.ShouldContain("1. Отчислить с 20.11.2026 с обучения");
        word.ShouldContain("Причина отчисления: личное заявление от 15.11.2026.");
        enrolments["items"]![0]!["state"]!.GetValue<string>().ShouldBe("withdrawn");
        ((string)left["withdrawnOn"]!).ShouldBe("2026-11-20");
        name.ShouldBe("Приказ об отчислении № 1-у от 16.11.2026.docx");
    }

    [Fact]
    public async Task Without_a_head_there_is_a_line_to_sign_and_a_warning()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1);
        await scenario.World.CardAsync(new { head = (object?)null });

        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        var signed = (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        var (word, _, _) = await scenario.World.Api.WordAsync($"/orders/{draft.Id}/file");

        foreach (var answer in new[] { draft, signed })
        {
            answer["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldContain("order.no-head");
        }

        word.ShouldContain("Руководитель");
        word.ShouldContain("____________________");
    }

    [Fact]
    public async Task A_signed_order_keeps_its_head_and_the_name_of_its_day()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1);
        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        await scenario.World.CardAsync(
            new
            {
                fullName = "Центр развития образования",
                formerNames = new[] { new { fullName = "Тестовый методический центр", until = "2026-06-30" } },
                head = new
                {
                    post = "директор",
                    lastName = "Новикова",
                    firstName = "Инна",
                },
            }
        );

        var (word, _, _) = await scenario.World.Api.WordAsync($"/orders/{draft.Id}/file");

        word.ShouldContain("М. П. Образцова");
        word.ShouldNotContain("Новикова");
        word.ShouldContain("Тестовый методический центр");
    }

    [Fact]
    public async Task All_kinds_are_counted_in_one_row_with_the_index_of_the_kind()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 2);
        await scenario.World.CardAsync(new { orderIndexes = new { enrolment = "з", expulsion = "о" } });

        var first = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        var second = (await scenario.DraftAsync("expulsion", "2025-11-01", [scenario.Enrolments[0]])).Expect(
            HttpStatusCode.Created
        );
        var own = (await scenario.DraftAsync("enrolment", "2025-11-02", number: "017-ОД")).Expect(
            HttpStatusCode.Created
        );
        var twice = await scenario.DraftAsync("expulsion", "2025-11-03", [scenario.Enrolments[0]], number: "17");
        var next = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        var after = (await scenario.DraftAsync("expulsion", "2025-11-03", [scenario.Enrolments[0]])).Expect(
            HttpStatusCode.Created
        );

        ((string)first["number"]!).ShouldBe("1-з");
        ((string)second["number"]!).ShouldBe("2-о");
        ((string)own["number"]!).ShouldBe("017-ОД");
        twice.ErrorCode.ShouldBe("order.number-taken");
        ((string)next["number"]!).ShouldBe("1-у");
        ((string)after["number"]!).ShouldBe("18-о");
    }

    [Fact]
    public async Task An_order_dated_before_the_last_one_is_doubted()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1);
        (await scenario.DraftAsync("enrolment", "2025-10-10")).Expect(HttpStatusCode.Created);

        var same = (await scenario.DraftAsync("enrolment", "2025-10-10")).Expect(HttpStatusCode.Created);
        var early = (await scenario.DraftAsync("enrolment", "2025-10-09")).Expect(HttpStatusCode.Created);

        same["warnings"].ShouldBeNull();
        early["warnings.0.code"]!.GetValue<string>().ShouldBe("order.before-last");
        early["warnings.0.params.date"]!.GetValue<string>().ShouldBe("2025-10-10");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Those_who_draft_at_once_get_numbers_of_their_own(DatabaseProvider provider)
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(provider), 1);
        string[] kinds = ["enrolment", "expulsion", "enrolment", "expulsion", "enrolment", "expulsion"];

        var drafts = await Task.WhenAll(
            kinds.Select(kind =>
                scenario.DraftAsync(kind, "2025-11-01", kind == "expulsion" ? [scenario.Enrolments[0]] : null)
            )
        );
        var given = await Task.WhenAll(
            kinds.Select(kind =>
                scenario.DraftAsync(kind, "2025-11-01", kind == "expulsion" ? [scenario.Enrolments[0]] : null, "40-у")
            )
        );

        drafts
            .Select(draft => (string)draft.Expect(HttpStatusCode.Created)["number"]!)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["1-у", "2-у", "3-у", "4-у", "5-у", "6-у"]);
        given.Count(answer => answer.Code == 201).ShouldBe(1);
        given.Where(answer => answer.Code != 201).ShouldAllBe(answer => answer.ErrorCode == "order.number-taken");
    }

    [Fact]
    public async Task An_order_of_the_time_of_separate_rows_keeps_its_number_and_takes_it()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1);
        foreach (var (kind, number) in new[] { ("enrolment", "6"), ("completion", "7") })
        {
            var date = kind == "enrolment" ? "2026-08-01" : "2026-08-31";
            (await scenario.DraftAsync(kind, date, number: number)).Expect(HttpStatusCode.Created);
        }

        // As the version before has left them: number 7 of two kinds, neither with a key.
        await scenario.World.Service.Database.QueryAsync(
            $"UPDATE orders SET number = '7', number_key = NULL WHERE {scenario.World.Service.Database.Of(scenario.World)}"
        );

        var taken = await scenario.DraftAsync("enrolment", "2026-08-31", number: "7-у");
        var next = (await scenario.DraftAsync("enrolment", "2026-08-31")).Expect(HttpStatusCode.Created);
        var list = (await scenario.World.Api.GetAsync("/orders?q=7")).Expect(HttpStatusCode.OK);

        taken.ErrorCode.ShouldBe("order.number-taken");
        ((string)next["number"]!).ShouldBe("8-у");
        list["items"]!.AsArray().Select(item => (string)item!["number"]!).ShouldContain("7");
    }
}
