using System.Text;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>A staff list by file: what the modes promise, what is reported about each row.</summary>
public sealed class ImportTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_second_run_of_the_same_file_changes_nothing(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var first = await Imports.RunAsync(world.Api, Imports.StaffList(2500));
        ((string?)first["state"]).ShouldBe("succeeded", first.ToJsonString());
        ((int)first["counts"]!["created"]!).ShouldBe(2500);
        var before = await world.CountRowsAsync();
        var second = await Imports.RunAsync(world.Api, Imports.StaffList(2500));
        ((int)second["counts"]!["unchanged"]!).ShouldBe(2500, second.ToJsonString());
        ((int)second["counts"]!["changed"]!).ShouldBe(0);

        // The operation and its file are new; nothing else is.
        var after = await world.CountRowsAsync();
        foreach (var (table, rows) in before.Where(row => !row.Key.StartsWith("operation", StringComparison.Ordinal)))
        {
            after[table].ShouldBe(rows, table);
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_row_written_in_bulk_is_the_row_that_a_request_writes(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Imports);
        var world = await World.CreateAsync(service);
        var school = await world.OrganisationAsync();
        await Imports.RunAsync(world.Api, Imports.StaffList(1));
        var body = new
        {
            lastName = "Иванована",
            firstName = "Анна",
            patronymic = "Петровна",
            birthDate = "1970-01-03",
            snils = Imports.Snils(2),
            employment = new
            {
                organisationId = school,
                positionId = await world.PositionAsync(),
                from = "2015-09-01",
            },
        };
        (await world.Api.PutAsync("/employees/by-key/test/00002", body)).Expect(HttpStatusCode.Created);
        var own = service.Database.Of(world);
        var shape = provider == DatabaseProvider.Sqlite ? "typeof" : "pg_typeof";
        string[] columns =
        [
            "employees|snils, last_name, birth_date, version, centre_id",
            "employments|rate, \"from\", kind, employee_id, centre_id",
            "external_keys|resource, source, subject_id, centre_id",
            "audit_entries WHERE subject = 'employee'|subject, kind, subject_id, at, account_id, centre_id",
            "changes WHERE type = 'employees'|type, kind, version, events, subject_id, occurred_at, centre_id",
        ];
        foreach (var (table, names) in columns.Select(line => line.Split('|')).Select(part => (part[0], part[1])))
        {
            var types = string.Join(" || ' ' || ", names.Split(", ").Select(name => $"{shape}({name})"));
            var rows = $"{table} {(table.Contains(" WHERE ", StringComparison.Ordinal) ? "AND" : "WHERE")} {own}";
            (await service.Database.QueryAsync($"SELECT DISTINCT {types} FROM {rows}")).Count.ShouldBe(1, table);
        }

        (
            await service.Database.QueryAsync(
                $"SELECT DISTINCT kind || events || version FROM changes WHERE type = 'employees' AND {own}"
            )
        ).ShouldBe(["Createdemployee-employed1"]);
        (await world.RowsAsync("employees")).ShouldBe(2);
        (
            await service.Database.CountAsync($"SELECT count(DISTINCT length(rate || '')) FROM employments WHERE {own}")
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_check_writes_nothing_and_says_what_the_import_would()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var before = await world.CountRowsAsync();
        var check = await Imports.RunAsync(world.Api, Imports.StaffList(30), "dryRun");
        ((string?)check["state"]).ShouldBe("succeeded");
        ((int)check["counts"]!["created"]!).ShouldBe(30);
        (await world.CountRowsAsync())["employees"].ShouldBe(before["employees"]);
        (await world.CountRowsAsync())["audit_entries"].ShouldBe(before["audit_entries"]);
    }

    [Fact]
    public async Task All_or_nothing_is_nothing_when_one_row_is_wrong()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var csv = Imports.StaffList(20) + "\r\n" + Imports.Row(21).Replace("01.09.2015", "31.02.2015");
        var import = await Imports.RunAsync(world.Api, csv);
        ((string?)import["state"]).ShouldBe("failed");
        ((string?)import["error"]!["code"]).ShouldBe("import.rows-refused");
        (await world.RowsAsync("employees")).ShouldBe(0);
        var finding = (await Imports.FindingsAsync(world.Api, import)).ShouldHaveSingleItem();
        ((int)finding["row"]!).ShouldBe(22);
        ((string?)finding["column"]).ShouldBe("from");
        ((string?)finding["value"]).ShouldBe("31.02.2015");
        ((string?)finding["message"]).ShouldBe("Это не дата. Запишите её как 31.12.2025.");
    }

    [Fact]
    public async Task Valid_rows_are_written_and_the_others_are_told()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var csv = Imports.StaffList(3) + "\r\n" + Imports.Row(4, "нет такой");
        var import = await Imports.RunAsync(world.Api, csv, "validRows");
        ((string?)import["state"]).ShouldBe("succeeded");
        ((int)import["counts"]!["created"]!).ShouldBe(3);
        ((int)import["counts"]!["refused"]!).ShouldBe(1);
        (await world.RowsAsync("employees")).ShouldBe(3);
        var finding = (await Imports.FindingsAsync(world.Api, import)).ShouldHaveSingleItem();
        ((string?)finding["code"]).ShouldBe("import.unknown-reference");
        ((string?)finding["column"]).ShouldBe("organisation");
    }

    [Fact]
    public async Task A_person_is_known_by_number_or_by_name_birth_date_and_school_but_not_by_name_alone()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        await world.OrganisationAsync("school-2", "Вторая СОШ");
        await Imports.RunAsync(world.Api, Imports.StaffList(1));
        const string header = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Работает с\r\n";

        // The same number: one person, whatever else is written.
        var byNumber = await Imports.RunAsync(
            world.Api,
            header + $"Петрова;Анна;Петровна;02.01.1970;{Imports.Snils(1)};school-1;Учитель;01.09.2015"
        );
        ((int)byNumber["counts"]!["changed"]!).ShouldBe(1, byNumber.ToJsonString());

        // Name, birth date and school.
        var byName = await Imports.RunAsync(
            world.Api,
            header + "ПЕТРОВА;Анна;Петровна;02.01.1970;;Первая СОШ;учитель;01.09.2015"
        );
        ((int)byName["counts"]!["changed"]!).ShouldBe(1, byName.ToJsonString());

        // Another school: somebody else. The name alone: nobody can tell.
        var elsewhere = await Imports.RunAsync(
            world.Api,
            header + "Петрова;Анна;Петровна;02.01.1970;;school-2;Учитель;01.09.2015"
        );
        ((int)elsewhere["counts"]!["created"]!).ShouldBe(1);
        var nameOnly = await Imports.RunAsync(
            world.Api,
            header + "Петрова;Анна;Петровна;;;school-1;Учитель;01.09.2015"
        );
        (await Imports.FindingsAsync(world.Api, nameOnly))
            .Select(finding => (string?)finding["code"])
            .ShouldBe(["employee.not-identified"]);
    }

    [Theory]
    [InlineData("МБОУ «Березовская СОШ»", "created")]
    [InlineData("БЕРЁЗОВСКАЯ СОШ", "created")]
    [InlineData("Старо-Берёзовская", "created")]
    [InlineData("school-b", "created")]
    [InlineData("12", "import.ambiguous-reference")]
    [InlineData("Школа № 12", "import.ambiguous-reference")]
    [InlineData("Заречная", "import.unknown-reference")]
    public async Task Schools_are_found_by_what_people_write(string written, string outcome)
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        foreach (
            var (code, name, kind, number) in new[]
            {
                ("school-b", "Берёзовская СОШ", "secondarySchool", (string?)null),
                ("school-12", "СОШ № 12", "secondarySchool", "12"),
                ("kg-12", "Детский сад № 12", "kindergarten", "12"),
            }
        )
        {
            var body = new
            {
                code,
                shortName = name,
                kind,
                number,
                legalForm = "МБОУ",
                aliases = code == "school-b" ? new[] { "Старо-Березовская" } : [],
            };
            (await world.Api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created);
        }

        var import = await Imports.RunAsync(world.Api, Imports.StaffList(1, organisation: written));
        if (outcome == "created")
        {
            ((int)import["counts"]!["created"]!).ShouldBe(1, import.ToJsonString());
        }
        else
        {
            var finding = (await Imports.FindingsAsync(world.Api, import)).ShouldHaveSingleItem();
            ((string?)finding["code"]).ShouldBe(outcome);
            if (outcome == "import.ambiguous-reference")
            {
                ((string?)finding["message"])!.ShouldContain("school-12 — СОШ № 12");
                ((string?)finding["message"])!.ShouldContain("kg-12 — Детский сад № 12");
            }
        }
    }

    /// <summary>The number was another's by mistake; a row corrects it, and the next brings its real bearer.</summary>
    [Fact]
    public async Task A_number_that_a_row_corrects_is_free_for_the_next_row()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        await Imports.RunAsync(world.Api, Imports.StaffList(1));
        var corrected = Imports.Row(1).Replace(Imports.Snils(1), Imports.Snils(77));
        var bearer = Imports.Row(2).Replace(Imports.Snils(2), Imports.Snils(1));

        var import = await Imports.RunAsync(world.Api, string.Join("\r\n", Imports.Header, corrected, bearer));

        ((int)import["counts"]!["changed"]!).ShouldBe(1, import.ToJsonString());
        ((int)import["counts"]!["created"]!).ShouldBe(1, import.ToJsonString());
        (await world.RowsAsync("employees")).ShouldBe(2);
    }

    [Fact]
    public async Task A_number_with_another_name_is_told_and_with_another_birth_date_too_refused()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        await Imports.RunAsync(world.Api, Imports.StaffList(1));
        const string header = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Работает с\r\n";

        var married = await Imports.RunAsync(
            world.Api,
            header + $"Новая;Анна;Петровна;02.01.1970;{Imports.Snils(1)};school-1;Учитель;01.09.2015"
        );
        var stranger = await Imports.RunAsync(
            world.Api,
            header + $"Чужая;Вера;Ивановна;05.05.1985;{Imports.Snils(1)};school-1;Учитель;01.09.2015",
            "validRows"
        );

        (await Imports.FindingsAsync(world.Api, married))
            .Select(finding => $"{finding["column"]} {finding["code"]}")
            .ShouldBe(["lastName employee.other-name"]);
        (await Imports.FindingsAsync(world.Api, stranger))
            .Select(finding => (string?)finding["code"])
            .ShouldBe(["employee.snils-taken"]);
        (await world.RowsAsync("employees", "last_name = 'Новая'")).ShouldBe(1);
    }

    /// <summary>Long names make long messages; a database that counts characters must not end the import.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Long_messages_and_headers_are_shortened(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Imports);
        var world = await World.CreateAsync(service);
        foreach (var number in Enumerable.Range(1, 10))
        {
            var body = new
            {
                code = $"school-{number}",
                shortName = $"{new string((char)('а' + number), 140)}",
                kind = "secondarySchool",
                number = "12",
            };
            (await world.Api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created);
        }

        var header = string.Concat(Enumerable.Repeat("Сюда пишут 😀 что угодно. ", 60));
        var csv = $"{Imports.Header};{header}\r\n{Imports.Row(1, "СОШ № 12")};😀";
        var import = await Imports.RunAsync(world.Api, csv, "validRows");

        ((string?)import["state"]).ShouldBe("succeeded", import.ToJsonString());
        (await Imports.FindingsAsync(world.Api, import))
            .Select(finding => (string?)finding["code"])
            .ShouldBe(["import.unknown-column", "import.ambiguous-reference"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_whose_row_is_refused_is_not_told_as_missing()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        await Imports.RunAsync(world.Api, Imports.StaffList(3));
        var csv = string.Join(
            "\r\n",
            Imports.Header,
            Imports.Row(1),
            Imports.Row(2).Replace("01.09.2015", "01.09.1960"),
            Imports.Row(3).Replace("01.09.2015", "31.02.2015")
        );

        var started = await Imports.SendAsync(
            world.Api,
            "/imports/employees/compare?source=test",
            Encoding.UTF8.GetBytes(csv)
        );
        var compared = await Imports.EndAsync(world.Api, started.Expect(HttpStatusCode.Accepted).Id);

        // The second is known by its key though refused; of the third nothing was looked up, and that is said.
        ((int)compared["counts"]!["missing"]!).ShouldBe(1, compared.ToJsonString());
        (await Imports.FindingsAsync(world.Api, compared))
            .Select(finding => (string?)finding["code"])
            .ShouldContain("compare.missing-uncertain");
    }

    [Fact]
    public async Task A_comparison_tells_new_changed_missing_and_equal()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        await Imports.RunAsync(world.Api, Imports.StaffList(4));
        var csv = string.Join(
            "\r\n",
            Imports.Header,
            Imports.Row(1),
            Imports.Row(2).Replace(";Анна;", ";Инна;"),
            Imports.Row(3).Replace(";1;", ";0,5;"),
            Imports.Row(9)
        );
        var started = await Imports.SendAsync(
            world.Api,
            "/imports/employees/compare?source=test",
            Encoding.UTF8.GetBytes(csv)
        );
        var compared = await Imports.EndAsync(world.Api, started.Expect(HttpStatusCode.Accepted).Id);
        ((string?)compared["state"]).ShouldBe("succeeded", compared.ToJsonString());
        var counts = compared["counts"]!;
        ((int)counts["unchanged"]!).ShouldBe(1);
        ((int)counts["changed"]!).ShouldBe(2);
        ((int)counts["created"]!).ShouldBe(1);
        ((int)counts["missing"]!).ShouldBe(1);
        (await world.RowsAsync("employees")).ShouldBe(4);
        (await Imports.FindingsAsync(world.Api, compared))
            .Select(finding => $"{finding["row"]} {finding["code"]} {finding["message"]}")
            .ShouldBe(
                [
                    "0 compare.missing Есть в базе, а в файле нет.",
                    "3 compare.changed Отличается от базы: firstName, likeKey, nameKey.",
                    "4 compare.changed Отличается от базы: employment.rate.",
                    "5 compare.new Нет в базе: будет добавлено.",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task The_same_key_and_file_are_one_operation_and_another_file_is_refused()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(3));
        const string path = "/imports/employees?mode=validRows&source=test";
        var first = await Imports.SendAsync(world.Api, path, file, "text/csv", ("Idempotency-Key", "k1"));
        var second = await Imports.SendAsync(world.Api, path, file, "text/csv", ("Idempotency-Key", "k1"));
        second.Expect(HttpStatusCode.Accepted).Id.ShouldBe(first.Expect(HttpStatusCode.Accepted).Id);
        var other = await Imports.SendAsync(world.Api, path, [.. file, 10], "text/csv", ("Idempotency-Key", "k1"));
        other.Expect(HttpStatusCode.UnprocessableEntity);
        await Imports.EndAsync(world.Api, first.Id);
    }
}
