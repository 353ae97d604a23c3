using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>Files as people who keep staff lists send them (the people are made up): what is taken of each, and what is said.</summary>
public sealed class SentFileTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What is stored of one person: names, birth date, number, first day.</summary>
    private const string Shown =
        "SELECT last_name || ' ' || first_name || ' ' || coalesce(patronymic, '—') || ' ' || coalesce(birth_date, '—') || ' ' || coalesce(snils, '—') || ' ' || (SELECT min(\"from\") FROM employments WHERE employee_id = employees.id) FROM employees";

    public static TheoryData<string, string[], string[]> Files =>
        new()
        {
            { "01-blank-header-loses-patronymic.csv", [], ["2  table.outside-header Ильинична"] },
            { "02a-person-nfc.csv", ["Горский Андрей Юрьевич 1981-12-11 — 2020-09-01"], [] },
            { "02b-same-person-nfd.csv", ["Горский Андрей Юрьевич 1981-12-11 — 2020-09-01"], [] },
            { "02d-sex-nfd.csv", ["Горский Андрей Юрьевич 1981-12-11 — 2020-09-01"], [] },
            { "03a-invisible-header-zwsp.csv", ["Тестова Анна Ильинична 1981-12-11 — 2020-09-01"], [] },
            { "03c-invisible-key-header-double-bom.csv", ["Тестова Анна Ильинична 1981-12-11 — 2020-09-01"], [] },
            { "04a-number-format-00000-key.xlsx", ["Ключева Анна Ильинична 1980-02-01 — 2020-09-01"], [] },
            {
                "05a-snils-number-leading-zero.xlsx",
                ["Тестова Анна Ильинична 1980-02-01 08765430300 2020-09-01"],
                ["2 snils import.zero-restored 087-654-303 00"]
            },
            { "05c-snils-nonbreaking-hyphen.csv", ["Тестова Анна Ильинична 1980-02-01 11223344595 2020-09-01"], [] },
            {
                "06a-1904-general-serial.xlsx",
                ["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"],
                ["2 birthDate import.date-as-serial 27790", "2 from import.date-as-serial 42613"]
            },
            { "07a-date-1c-with-time.csv", ["Тестова Анна Ильинична 1981-12-11 — 2020-09-01"], [] },
            {
                "07c-form-timestamp.xlsx",
                ["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"],
                ["2 from import.time-dropped 2020-09-01T12:00:00"]
            },
            { "08a-1c-header-merged-across.xlsx", ["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"], [] },
            {
                "08b-two-row-header.xlsx",
                ["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"],
                ["0  table.header-rows "]
            },
            {
                "08d-instruction-sheet-first.xlsx",
                ["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"],
                ["0  table.other-sheets "]
            },
            {
                "09-filtered-row-hidden.xlsx",
                ["Скрытова Анна Ильинична 1980-02-01 — 2020-09-01", "Тестова Анна Ильинична 1980-02-01 — 2020-09-01"],
                ["0  import.hidden-rows "]
            },
            { "10a-apostrophe-straight.csv", ["О'Брайен Анна — 1981-12-11 — 2020-09-01"], [] },
            { "10b-apostrophe-curly.csv", ["О’Брайен Анна — 1981-12-11 — 2020-09-01"], [] },
            { "10c-hyphen.csv", ["Петрова-Водкина Анна Ильинична 1981-12-11 — 2020-09-01"], [] },
            { "10d-hyphen-spaced.csv", ["Петрова - Водкина Анна Ильинична 1981-12-11 — 2020-09-01"], [] },
            {
                "11-patronymic-placeholder.csv",
                ["Ким Анна — 1981-12-11 — 2020-09-01", "Ли Анна — 1981-12-11 — 2020-09-01"],
                []
            },
            {
                "14-exceljs-local-midnight-vladivostok.xlsx",
                ["Тестова Анна Ильинична 1980-01-31 11223344595 2020-08-31"],
                [
                    "2 birthDate import.time-dropped 1980-01-31T14:00:00",
                    "2 from import.time-dropped 2020-08-31T14:00:00",
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_taken_as_its_sender_sees_it(string name, string[] people, string[] findings)
    {
        var world = await SchoolsAsync();

        var check = await SendAsync(world, name, "dryRun");
        (await world.RowsAsync("employees")).ShouldBe(0);
        var import = await SendAsync(world, name);

        (await ToldAsync(world, import)).ShouldBe(findings);
        (await ToldAsync(world, check)).ShouldBe(findings);
        ((string?)import["state"]).ShouldBe("succeeded", import.ToJsonString());
        (await PeopleAsync(world)).ShouldBe(people);
    }

    [Theory]
    [InlineData("08b-two-row-header.xlsx", "Заголовок таблицы занимает строки 1–2; названия из них соединены.")]
    [InlineData(
        "08d-instruction-sheet-first.xlsx",
        "Прочитан лист «Данные». Данные есть и на других листах: Инструкция; они не читались. Если нужны и они, загрузите их отдельно."
    )]
    [InlineData(
        "09-filtered-row-hidden.xlsx",
        "На листе скрыты строки (обычно фильтром): 1, первая — 3. Они загружены вместе с видимыми; чтобы их не брать, задайте skipHidden=true."
    )]
    public async Task What_was_chosen_is_told_in_words(string name, string told)
    {
        var world = await SchoolsAsync();

        var findings = await Imports.FindingsAsync(world.Api, await SendAsync(world, name));

        ((string?)findings.Single(finding => (int)finding["row"]! == 0)["message"]).ShouldBe(told);
    }

    [Theory]
    [InlineData("02a-person-nfc.csv", "02b-same-person-nfd.csv")]
    [InlineData("10a-apostrophe-straight.csv", "10b-apostrophe-curly.csv")]
    [InlineData("10b-apostrophe-curly.csv", "10a-apostrophe-straight.csv")]
    [InlineData("10c-hyphen.csv", "10d-hyphen-spaced.csv")]
    [InlineData("10d-hyphen-spaced.csv", "10c-hyphen.csv")]
    public async Task The_same_person_written_otherwise_is_the_same(string first, string second)
    {
        var world = await SchoolsAsync();
        await SendAsync(world, first);
        var before = await PeopleAsync(world);

        var again = await SendAsync(world, second);

        ((int)again["counts"]!["unchanged"]!).ShouldBe(1, again.ToJsonString());
        (await PeopleAsync(world)).ShouldBe(before);
    }

    [Fact]
    public async Task A_key_is_what_the_cell_shows()
    {
        var world = await SchoolsAsync();
        await SendAsync(world, "04a-number-format-00000-key.xlsx");
        await SendAsync(world, "03c-invisible-key-header-double-bom.csv");

        (
            await world.Service.Database.QueryAsync(
                $"SELECT key FROM external_keys WHERE {world.Service.Database.Of(world)} ORDER BY key"
            )
        ).ShouldBe(["01197", "b-1"]);
    }

    [Fact]
    public async Task Hidden_rows_are_left_out_on_request()
    {
        var world = await SchoolsAsync();

        var import = await SendAsync(world, "09-filtered-row-hidden.xlsx", parameters: "&skipHidden=true");

        (await ToldAsync(world, import)).ShouldBe(["0  import.hidden-rows-skipped "]);
        (await PeopleAsync(world)).ShouldBe(["Тестова Анна Ильинична 1980-02-01 — 2020-09-01"]);
    }

    [Theory]
    [InlineData("Горскии\u0306")]
    [InlineData("горский")]
    public async Task A_composed_name_is_found_however_it_is_asked_for(string asked)
    {
        var world = await SchoolsAsync();
        await SendAsync(world, "02b-same-person-nfd.csv");

        var found = await world.Api.GetAsync($"/employees?q={Uri.EscapeDataString(asked)}");

        found.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(1);
    }

    /// <summary>Latin letters, another spelling: a question, never a second person.</summary>
    [Theory]
    [InlineData("Ceмёновa;Наталья;Ильинична")]
    [InlineData("Семёнова;Наталия;Ильинична")]
    [InlineData("Семёнова;Наталья;Ильиннична")]
    public async Task A_name_that_looks_like_a_colleague_is_asked_about(string name)
    {
        var world = await SchoolsAsync();
        await world.CsvAsync("Семёнова;Наталья;Ильинична;11.12.1981");

        var import = await world.CsvAsync($"{name};11.12.1981");

        (await ToldAsync(world, import)).ShouldBe(["2 lastName employee.near-match Семёнова Наталья Ильинична"]);
        (await world.RowsAsync("employees")).ShouldBe(1);
        var other = await world.CsvAsync($"{name};12.12.1981");
        ((int)other["counts"]!["created"]!).ShouldBe(1, other.ToJsonString());
    }

    [Fact]
    public async Task A_list_without_yo_leaves_it_in_the_name()
    {
        var world = await SchoolsAsync();
        await world.CsvAsync("Семёнова;Алёна;Артёмовна;11.12.1981");

        var without = await world.CsvAsync("Семенова;Алена;Артемовна;11.12.1981");

        ((int)without["counts"]!["unchanged"]!).ShouldBe(1, without.ToJsonString());
        (await PeopleAsync(world)).ShouldBe(["Семёнова Алёна Артёмовна 1981-12-11 — 2020-09-01"]);
        await world.CsvAsync("Березкина;Анна;;11.12.1981");
        var with = await world.CsvAsync("Берёзкина;Анна;;11.12.1981");
        ((int)with["counts"]!["changed"]!).ShouldBe(1, with.ToJsonString());
    }

    [Theory]
    [InlineData("Тестова Анна Ильинична", "Тестова Анна Ильинична", false)]
    [InlineData("Петрова - Водкина Анна Ильинична", "Петрова-Водкина Анна Ильинична", false)]
    [InlineData("Ким Анна", "Ким Анна —", true)]
    [InlineData("Мамедов Али Гасан оглы", "Мамедов Али Гасан оглы", true)]
    public async Task A_full_name_in_one_column_is_parted(string fullName, string parted, bool told)
    {
        var world = await SchoolsAsync();
        var csv =
            "№ п/п;ФИО;Дата рождения;Образовательная организация;Телефон;Занимаемая должность;Дата приема на работу\r\n"
            + $"1;{fullName};11.12.1981;ГБОУ школа № 300;123;учитель;01.09.2020 г.";

        var import = await Imports.RunAsync(world.Api, csv);

        (await ToldAsync(world, import)).ShouldBe([
            "1  import.unknown-columns ",
            .. told ? [$"2 fullName import.name-parted {fullName}"] : Array.Empty<string>(),
        ]);
        (await PeopleAsync(world)).ShouldBe([$"{parted} 1981-12-11 — 2020-09-01"]);
    }

    [Fact]
    public async Task A_missing_column_says_what_to_do()
    {
        var world = await SchoolsAsync();

        var import = await Imports.RunAsync(world.Api, "ФИО;Должность\r\nТестова Анна Ильинична;учитель");

        ((string?)import["error"]!["code"]).ShouldBe("import.missing-columns");
        ((string?)import["error"]!["message"])!.ShouldBe(
            "Нет обязательных столбцов: «Организация», «Работает с». Добавьте столбец с таким заголовком и заполните его в каждой строке. Найдены: «ФИО», «Должность». Образец: GET /imports/employees/template."
        );
    }

    private static async Task<World> SchoolsAsync()
    {
        var world = await World.CreateAsync(await TestService.SharedAsync(by: SharedBy.Imports));
        await world.OrganisationAsync("school-300", "ГБОУ школа № 300");
        await world.OrganisationAsync("kg-1", "ГБДОУ детский сад «Березка»", "kindergarten");
        return world;
    }

    private static async Task<JsonNode> SendAsync(
        World world,
        string name,
        string mode = "validRows",
        string parameters = ""
    )
    {
        var file = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Office", "Imports", "Sent", name),
            TestContext.Current.CancellationToken
        );
        var type = name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : Xlsx;
        var sent = await Imports.SendAsync(
            world.Api,
            $"/imports/employees?mode={mode}&source=test{parameters}",
            file,
            type
        );
        return await Imports.EndAsync(world.Api, sent.Expect(HttpStatusCode.Accepted).Id);
    }

    private static async Task<string[]> ToldAsync(World world, JsonNode operation) =>
        [
            .. (await Imports.FindingsAsync(world.Api, operation)).Select(finding =>
                $"{finding["row"]} {finding["column"]} {finding["code"]} {finding["value"]}"
            ),
        ];

    private static Task<IReadOnlyList<string>> PeopleAsync(World world) =>
        world.Service.Database.QueryAsync($"{Shown} WHERE {world.Service.Database.Of(world)} ORDER BY last_name");
}

file static class Lists
{
    /// <summary>A list of one person: names and birth date.</summary>
    public static Task<JsonNode> CsvAsync(this World world, string person) =>
        Imports.RunAsync(
            world.Api,
            $"Фамилия;Имя;Отчество;Дата рождения;Организация;Должность;Работает с\r\n{person};ГБОУ школа № 300;учитель;01.09.2020",
            "validRows"
        );
}
