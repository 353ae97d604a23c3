using System.Text;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>What a CSV file says, however it was saved.</summary>
public sealed class CsvReadingTests
{
    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public async Task The_separator_is_told_from_the_header(string separator)
    {
        var table = await Files.ReadCsvAsync($"Фамилия{separator}Имя\nИванова{separator}Мария\n");

        table.Header.ShouldBe(["Фамилия", "Имя"]);
        table.HeaderRow.ShouldBe(1);
        table.Texts.ShouldBe([
            ["Иванова", "Мария"],
        ]);
    }

    [Fact]
    public async Task A_separator_within_quotes_does_not_count()
    {
        var table = await Files.ReadCsvAsync("\"Фамилия, имя, отчество\";Должность\n\"Иванова, Мария\";учитель\n");

        table.Header.ShouldBe(["Фамилия, имя, отчество", "Должность"]);
    }

    [Fact]
    public async Task A_separator_that_the_rows_confirm_wins_over_a_more_frequent_one()
    {
        var table = await Files.ReadCsvAsync("Адрес, улица, дом, квартира;Телефон\nул. Мира, 5;123\n");

        table.Header.Count.ShouldBe(2);
        table.Texts.ShouldBe([
            ["ул. Мира, 5", "123"],
        ]);
    }

    [Fact]
    public async Task Excel_s_line_with_the_separator_is_obeyed_and_counted()
    {
        var table = await Files.ReadCsvAsync("sep=|\r\nа|б\r\n1|2\r\n");

        table.Header.ShouldBe(["а", "б"]);
        table.HeaderRow.ShouldBe(2);
        table.Rows.Single().Number.ShouldBe(3);
    }

    [Fact]
    public async Task Another_separator_is_refused_by_name()
    {
        var error = await Files.RefusalAsync("Фамилия|Имя\nИванова|Мария\n"u8.ToArray(), TableFormat.Csv);

        error.Code.ShouldBe("table.unknown-separator");
        error.Params["found"].ShouldBe("|");
    }

    [Fact]
    public async Task A_table_of_one_column_needs_no_separator() =>
        (await Files.ReadCsvAsync("Фамилия\nИванова\nПетров\n")).Texts.ShouldBe([
            ["Иванова"],
            ["Петров"],
        ]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Every_line_end_ends_a_line_and_a_quoted_one_is_text(string end)
    {
        var table = await Files.ReadCsvAsync($"а;б{end}\"1{end}2\";3{end}4;5{end}{end}6;7");

        table.Texts.ShouldBe([
            [$"1{end}2", "3"],
            ["4", "5"],
            ["6", "7"],
        ]);
        table.Rows.Where(row => !row.IsEmpty).Select(row => row.Number).ShouldBe([2, 4, 6]);
    }

    [Fact]
    public async Task Quotes_are_doubled_within_quotes_and_plain_elsewhere()
    {
        var table = await Files.ReadCsvAsync("а;б\n\"ООО \"\"Ромашка\"\"\";Школа \"Радуга\"\n\"\";\"\"\"\"\n");

        table.Texts.ShouldBe([
            ["ООО \"Ромашка\"", "Школа \"Радуга\""],
            ["", "\""],
        ]);
    }

    [Fact]
    public async Task Text_behind_a_closing_quote_makes_the_row_unreadable()
    {
        var table = await Files.ReadCsvAsync("а;б\n\"ООО \"Ромашка\"\";1\n2;3\n");

        table.Rows[0].Unreadable!.Code.ShouldBe("table.stray-quote");
        table.Rows[0].Number.ShouldBe(2);
        table.Texts.ShouldBe([
            ["2", "3"],
        ]);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_named_by_its_line()
    {
        var (broken, rows) = await Files.BreakCsvAsync("а;б\n1;2\n\"3\n4\";\"5\n6;7\n8;9\n");

        broken.Error.Code.ShouldBe("table.unclosed-quote");
        broken.Error.Params["line"].ShouldBe(4);
        broken.Row.ShouldBe(4);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_quote_left_open_in_a_large_file_is_named_by_its_line_too()
    {
        var text = new StringBuilder("а;б\n1;2\n\"3;4\n");
        for (var row = 0; row < 100_000; row++)
        {
            text.Append("5;6\n");
        }

        var (broken, _) = await Files.BreakCsvAsync(text.ToString());

        broken.Error.Code.ShouldBe("table.unclosed-quote");
        broken.Row.ShouldBe(3);
    }

    [Fact]
    public async Task Missing_values_at_the_end_are_empty_and_surplus_separators_harmless()
    {
        var table = await Files.ReadCsvAsync("а;б;в;;\n1\n2;3;4;;;;\n");

        table.Header.ShouldBe(["а", "б", "в"]);
        table.Texts.ShouldBe([
            ["1", "", ""],
            ["2", "3", "4"],
        ]);
    }

    [Fact]
    public async Task A_value_beside_the_header_makes_the_row_unreadable_and_names_the_column()
    {
        var table = await Files.ReadCsvAsync("а;б\n1;2;;лишнее\n3;4\n");

        table.Rows[0].Unreadable!.Code.ShouldBe("table.outside-header");
        table.Rows[0].Unreadable!.Params["column"].ShouldBe("D");
        table.Texts.ShouldBe([
            ["3", "4"],
        ]);
    }

    [Fact]
    public async Task Empty_lines_come_as_one_row_with_their_number()
    {
        var table = await Files.ReadCsvAsync("а;б\n\n;;\n \n1;2\n\n");

        table
            .Rows.Select(row => (row.Number, row.IsEmpty, row.Count))
            .ShouldBe([(2, true, 3), (5, false, 1), (6, true, 1)]);
    }

    [Fact]
    public async Task Texts_are_trimmed_of_every_space()
    {
        var table = await Files.ReadCsvAsync(" а ;\u00A0б\n  1\t;\u00A0\u00A02 \n");

        table.Header.ShouldBe(["а", "б"]);
        table.Texts.ShouldBe([
            ["1", "2"],
        ]);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u0001")]
    [InlineData("\u001B")]
    [InlineData("\u007F")]
    public async Task A_control_character_makes_the_row_unreadable(string symbol)
    {
        var table = await Files.ReadCsvAsync($"а;б\n1;2{symbol}\n3;4\n");

        table.Rows[0].Unreadable!.Code.ShouldBe("table.control-character");
        table.Texts.ShouldBe([
            ["3", "4"],
        ]);
    }

    [Fact]
    public async Task A_title_above_the_table_is_skipped_with_a_warning()
    {
        var table = await Files.ReadCsvAsync("Список педагогов;;\n;;\nФамилия;Имя;Дата\nИванова;Мария;01.09.2026\n");

        table.Header.ShouldBe(["Фамилия", "Имя", "Дата"]);
        table.HeaderRow.ShouldBe(3);
        table.Warnings.Single().Code.ShouldBe("table.title-skipped");
        table.Rows.Single().Number.ShouldBe(4);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task A_title_without_separators_is_skipped_too(string separator)
    {
        var table = await Files.ReadCsvAsync(
            $"Список педагогов, 2026 г.\n\nФамилия{separator}Имя\nИванова{separator}Мария\n"
        );

        table.Header.ShouldBe(["Фамилия", "Имя"]);
        table.HeaderRow.ShouldBe(3);
        table.Texts.ShouldBe([
            ["Иванова", "Мария"],
        ]);
    }

    [Fact]
    public async Task A_comma_below_a_single_column_is_part_of_the_value()
    {
        var table = await Files.ReadCsvAsync("Педагог\nИванова, Мария\nПетров\n");

        table.Texts.ShouldBe([
            ["Иванова, Мария"],
            ["Петров"],
        ]);
        table.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_filled_column_is_no_title()
    {
        var table = await Files.ReadCsvAsync("Фамилия;\nИванова;\nПетров;\n");

        table.Header.ShouldBe(["Фамилия"]);
        table.Warnings.ShouldBeEmpty();
        table.Texts.ShouldBe([
            ["Иванова"],
            ["Петров"],
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData(";;;\n")]
    public async Task A_file_without_a_header_is_refused(string text) =>
        (await Files.RefusalAsync(Encoding.UTF8.GetBytes(text), TableFormat.Csv)).Code.ShouldBe("table.empty");

    [Fact]
    public async Task Too_many_columns_are_refused()
    {
        var header = string.Join(';', Enumerable.Range(1, 501));
        (await Files.RefusalAsync(Encoding.UTF8.GetBytes(header), TableFormat.Csv)).Code.ShouldBe(
            "table.too-many-columns"
        );
    }

    [Fact]
    public async Task A_workbook_sent_as_text_is_refused() =>
        (await Files.RefusalAsync("PK\x03\x04…"u8.ToArray(), TableFormat.Csv)).Code.ShouldBe("table.not-text");

    [Fact]
    public async Task The_apostrophe_of_the_guard_is_taken_off()
    {
        var table = await Files.ReadCsvAsync("а;б;в\n'+79211234567;'Ы;''=1\n");

        table.Texts.ShouldBe([
            ["+79211234567", "'Ы", "'=1"],
        ]);
    }

    [Fact]
    public async Task A_record_longer_than_the_limit_is_named_by_its_line()
    {
        var (broken, rows) = await Files.BreakCsvAsync($"а;б\n1;2\n3;{new string('я', 70_000)}\n4;5\n");

        broken.Error.Code.ShouldBe("table.record-too-long");
        broken.Row.ShouldBe(3);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_as_long_as_the_limit_is_read()
    {
        var limits = TableLimits.Default;
        var table = await Files.ReadCsvAsync($"а;б\n1;{new string('я', limits.Record - 3)}\n4;5\n");

        table.Texts[0][1].Length.ShouldBe(limits.Record - 3);
        table.Texts[1].ShouldBe(["4", "5"]);
    }

    /// <summary>Two gigabytes without a line end: nothing of them is kept.</summary>
    [Theory]
    [InlineData('x', "table.record-too-long")]
    [InlineData('"', "table.unclosed-quote")]
    [InlineData(';', "table.record-too-long")]
    public async Task A_line_of_two_gigabytes_costs_no_memory(char symbol, string code)
    {
        var beginning = Encoding.UTF8.GetBytes("a;b\n1;2\n");
        await using var content = new MadeUpStream(
            2L * 1024 * 1024 * 1024,
            at => at < beginning.Length ? beginning[at] : (byte)symbol
        );

        // The stream answers at once, so that everything runs on one thread, which must not be changed for another.
        var (broken, rows, allocated) = await Task.Factory.StartNew(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var broken = Files.BreakAsync(content, TableFormat.Csv).GetAwaiter().GetResult();
                return (broken.Broken, broken.Rows, GC.GetAllocatedBytesForCurrentThread() - before);
            },
            Files.Cancel,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

        allocated.ShouldBeLessThan(4 * 1024 * 1024);
        broken.Error.Code.ShouldBe(code);
        broken.Row.ShouldBe(3);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_table_is_read_once()
    {
        using var content = new MemoryStream("а;б\n1;2\n"u8.ToArray());
        await using var reader = (
            await Files.Service.OpenAsync(content, TableFormat.Csv, TableHeaders.Any([]), Files.Cancel)
        ).Value;
        await foreach (var _ in reader.ReadAsync(Files.Cancel)) { }

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(Files.Cancel)) { }
        });
    }
}
