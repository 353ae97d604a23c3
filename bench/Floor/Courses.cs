using System.Data.Common;
using System.Globalization;
using System.Text;

namespace MethodCenter.Floor;

/// <summary>The SQL of the three points of measurement, by hand.</summary>
internal sealed class Courses(Store store, Guid centre, Guid account)
{
    private const int PageSize = 50;

    private const string SelectOne = """
        SELECT number, programme_id, title, line, hours, academic_year, season, starts_on, ends_on, form, site,
               funding_source, funding_reference, capacity, status, cancellation_reason, seats_taken, waiting, id, version,
               programme_edition
        FROM courses WHERE centre_id = @centre AND id = @id
        """;

    private const string SelectPage = """
        SELECT id, number, title, academic_year, season, starts_on, ends_on, form, site, status, capacity, seats_taken, waiting,
               version
        FROM courses WHERE centre_id = @centre ORDER BY starts_on DESC, id DESC LIMIT @limit
        """;

    private const string SelectProgramme =
        "SELECT title, title_key, line, hours, edition FROM programmes WHERE centre_id = @centre AND id = @id";

    private const string NextNumber = """
        INSERT INTO numerators (id, centre_id, sequence, last) VALUES (@id, @centre, @sequence, 1)
        ON CONFLICT (centre_id, sequence) DO UPDATE SET last = numerators.last + 1 RETURNING last
        """;

    private const string InsertCourse = """
        INSERT INTO courses (id, number, programme_id, title, title_key, line, hours, programme_edition, academic_year,
            season, starts_on, ends_on, form, site, capacity, status, cancellation_reason, seats_taken, waiting,
            last_arrival, funding_reference, funding_source, centre_id, version)
        VALUES (@id, @number, @programme, @title, @titleKey, @line, @hours, @edition, @year, @season, @starts, @ends,
            @form, @site, @capacity, 'Registered', NULL, 0, 0, 0, @reference, @source, @centre, 1)
        """;

    private const string InsertAudit = """
        INSERT INTO audit_entries (id, centre_id, at, account_id, use_case, subject, subject_id, kind, changes, purpose, trace_id)
        VALUES (@id, @centre, @at, @account, 'RegisterCourse', 'course', @subject, 'created', NULL, NULL, @trace)
        """;

    private const string InsertChange = """
        INSERT INTO changes (position, centre_id, type, subject_id, parent_id, kind, version, organisation_id, occurred_at,
            events, keys)
        VALUES (NULL, @centre, 'courses', @subject, NULL, 'Created', 1, NULL, @at, 'course-registered', NULL)
        """;

    public async Task<Course?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        await using var command = Command(
            connection,
            null,
            SelectOne,
            ("@centre", store.Id(centre)),
            ("@id", store.Id(id))
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (capacity, taken) = (row.GetInt32(13), row.GetInt32(16));
        return new Course
        {
            Number = row.GetInt32(0),
            ProgrammeId = store.Id(row, 1),
            Title = row.GetString(2),
            Line = Camel(row.GetString(3)),
            Hours = row.GetInt32(4),
            ProgrammeEdition = row.GetInt32(20),
            AcademicYear = Year(row.GetInt32(5)),
            Season = Camel(row.GetString(6)),
            StartsOn = row.GetFieldValue<DateOnly>(7),
            EndsOn = row.GetFieldValue<DateOnly>(8),
            Form = Camel(row.GetString(9)),
            Site = Text(row, 10),
            Funding = new Funding(Camel(row.GetString(11)), Text(row, 12)),
            Capacity = capacity,
            Status = Camel(row.GetString(14)),
            CancellationReason = Text(row, 15),
            SeatsTaken = taken,
            SeatsFree = Math.Max(0, capacity - taken),
            Waiting = row.GetInt32(17),
            Id = store.Id(row, 18),
            Version = row.GetInt32(19),
        };
    }

    public async Task<CoursePage> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        await using var command = Command(
            connection,
            null,
            SelectPage,
            ("@centre", store.Id(centre)),
            ("@limit", PageSize + 1)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<CourseLine>(PageSize + 1);
        while (await row.ReadAsync(cancellationToken))
        {
            lines.Add(
                new CourseLine
                {
                    Id = store.Id(row, 0),
                    Number = row.GetInt32(1),
                    Title = row.GetString(2),
                    AcademicYear = Year(row.GetInt32(3)),
                    Season = Camel(row.GetString(4)),
                    StartsOn = row.GetFieldValue<DateOnly>(5),
                    EndsOn = row.GetFieldValue<DateOnly>(6),
                    Form = Camel(row.GetString(7)),
                    Site = Text(row, 8),
                    Status = Camel(row.GetString(9)),
                    Capacity = row.GetInt32(10),
                    SeatsTaken = row.GetInt32(11),
                    Waiting = row.GetInt32(12),
                    Version = row.GetInt32(13),
                }
            );
        }

        if (lines.Count <= PageSize)
        {
            return new CoursePage(lines, null, null);
        }

        lines.RemoveAt(PageSize);
        return new CoursePage(lines, Cursor(lines[^1]), null);
    }

    /// <summary>Writes course, numerator, audit entry and change in one transaction; null: no such programme.</summary>
    public async Task<Course?> RegisterAsync(NewCourse wanted, string trace, CancellationToken cancellationToken)
    {
        if (store.WriterQueue is not { } queue)
        {
            return await WriteAsync(wanted, trace, cancellationToken);
        }

        await queue.WaitAsync(cancellationToken);
        try
        {
            return await WriteAsync(wanted, trace, cancellationToken);
        }
        finally
        {
            queue.Release();
        }
    }

    private async Task<Course?> WriteAsync(NewCourse wanted, string trace, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string title;
        string titleKey;
        string line;
        int hours;
        int edition;
        await using (
            var programme = Command(
                connection,
                transaction,
                SelectProgramme,
                ("@centre", store.Id(centre)),
                ("@id", store.Id(wanted.ProgrammeId))
            )
        )
        await using (var row = await programme.ExecuteReaderAsync(cancellationToken))
        {
            if (!await row.ReadAsync(cancellationToken))
            {
                return null;
            }

            (title, titleKey, line, hours, edition) = (
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetInt32(3),
                row.GetInt32(4)
            );
        }

        await using var next = Command(
            connection,
            transaction,
            NextNumber,
            ("@id", store.Id(Guid.CreateVersion7())),
            ("@centre", store.Id(centre)),
            ("@sequence", $"courses/{wanted.AcademicYear}")
        );
        var number = Convert.ToInt32(await next.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        var course = Make(wanted, title, Camel(line), hours, edition, number);
        var now = DateTime.UtcNow;
        await using var insertCourse = Command(
            connection,
            transaction,
            InsertCourse,
            ("@id", store.Id(course.Id)),
            ("@number", number),
            ("@programme", store.Id(wanted.ProgrammeId)),
            ("@title", title),
            ("@titleKey", titleKey),
            ("@line", line),
            ("@hours", hours),
            ("@edition", edition),
            ("@year", int.Parse(wanted.AcademicYear.AsSpan(0, 4), CultureInfo.InvariantCulture)),
            ("@season", Pascal(wanted.Season)),
            ("@starts", wanted.StartsOn),
            ("@ends", wanted.EndsOn),
            ("@form", Pascal(wanted.Form)),
            ("@site", (object?)wanted.Site ?? DBNull.Value),
            ("@capacity", wanted.Capacity),
            ("@reference", (object?)wanted.Funding.Reference ?? DBNull.Value),
            ("@source", Pascal(wanted.Funding.Source)),
            ("@centre", store.Id(centre))
        );
        await insertCourse.ExecuteNonQueryAsync(cancellationToken);
        await using var audit = Command(
            connection,
            transaction,
            InsertAudit,
            ("@id", store.Id(Guid.CreateVersion7())),
            ("@centre", store.Id(centre)),
            ("@at", now),
            ("@account", store.Id(account)),
            ("@subject", store.Id(course.Id)),
            ("@trace", trace)
        );
        await audit.ExecuteNonQueryAsync(cancellationToken);
        await using var change = Command(
            connection,
            transaction,
            InsertChange,
            ("@centre", store.Id(centre)),
            ("@subject", store.Id(course.Id)),
            ("@at", now)
        );
        await change.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return course;
    }

    private static Course Make(NewCourse wanted, string title, string line, int hours, int edition, int number) =>
        new()
        {
            Number = number,
            ProgrammeId = wanted.ProgrammeId,
            Title = title,
            Line = line,
            Hours = hours,
            ProgrammeEdition = edition,
            AcademicYear = wanted.AcademicYear,
            Season = wanted.Season,
            StartsOn = wanted.StartsOn,
            EndsOn = wanted.EndsOn,
            Form = wanted.Form,
            Site = wanted.Site,
            Funding = wanted.Funding,
            Capacity = wanted.Capacity,
            Status = "registered",
            CancellationReason = null,
            SeatsTaken = 0,
            SeatsFree = wanted.Capacity,
            Waiting = 0,
            Id = Guid.CreateVersion7(),
            Version = 1,
        };

    private static DbCommand Command(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Year(int start) => string.Create(CultureInfo.InvariantCulture, $"{start}-{start + 1}");

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Cursor(CourseLine last) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.StartsOn.DayNumber},{last.Id}"))
        );
}
