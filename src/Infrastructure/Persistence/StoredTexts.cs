using System.Data.Common;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>
/// Brings texts that an earlier version stored to the form in which they are taken now: composed, without what nobody sees,
/// null where they are empty and optional, and compared by the present form of names.
/// </summary>
/// <remarks>
/// The second half of a migration, in code, since no database composes letters. It may be interrupted: employees come last, and
/// as long as one of them has no likeness of its name it is done again. Nothing else of a row is touched, neither its revision.
/// </remarks>
internal sealed partial class StoredTexts(MethodCenterDbContext database, ILogger<StoredTexts> logger)
{
    /// <summary>Columns that hold the search form of others, several texts being parted by a bar.</summary>
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "NameKey",
        "SearchKey",
        "TitleKey",
        "SiteKey",
        "TopicKey",
        "ExpertKey",
    };

    public async Task<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await database
            .Set<Employee>()
            .IgnoreQueryFilters()
            .AnyAsync(employee => employee.LikeKey == "", cancellationToken);

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            foreach (
                var type in database
                    .Model.GetEntityTypes()
                    .Where(type => type.ClrType.IsAssignableTo(typeof(Entity)) && type.GetTableName() is not null)
                    .OrderBy(type => type.ClrType == typeof(Employee))
            )
            {
                await CleanAsync(type, cancellationToken);
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    private async Task CleanAsync(IEntityType type, CancellationToken cancellationToken)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var id = type.FindPrimaryKey()!.Properties.Single().GetColumnName(table)!;
        Column[] columns =
        [
            .. type.GetProperties()
                .Where(property => property.ClrType == typeof(string) && property.GetValueConverter() is null)
                .Select(property => new Column(property.Name, property.GetColumnName(table)!, property.IsNullable)),
        ];
        if (columns.Length == 0)
        {
            return;
        }

        var sql = database.GetService<ISqlGenerationHelper>();
        var name = sql.DelimitIdentifier(table.Name, table.Schema);
        var changes = new List<(object Id, List<(Column Column, string? Text)> Texts)>();
        await using (var read = database.Database.GetDbConnection().CreateCommand())
        {
            read.CommandText =
                $"SELECT {sql.DelimitIdentifier(id)}, {string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)))} FROM {name}";
            await using var rows = await read.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var texts = Changes(type, columns, rows);
                if (texts.Count > 0)
                {
                    changes.Add((rows.GetValue(0), texts));
                }
            }
        }

        foreach (var (key, texts) in changes)
        {
            await using var write = database.Database.GetDbConnection().CreateCommand();
            var sets = texts.Select(
                (one, place) => $"{sql.DelimitIdentifier(one.Column.Name)} = {Add(write, $"p{place}", one.Text)}"
            );
            var set = string.Join(", ", sets);
            write.CommandText = $"UPDATE {name} SET {set} WHERE {sql.DelimitIdentifier(id)} = {Add(write, "id", key)}";
            try
            {
                await write.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (DbException exception)
            {
                // Two rows that differed in such signs only: a person has to say which of them is right.
                LogKept(exception, table.Name, Convert.ToString(key, null) ?? "");
            }
        }

        if (changes.Count > 0)
        {
            LogCleaned(table.Name, changes.Count);
        }
    }

    private static List<(Column Column, string? Text)> Changes(IEntityType type, Column[] columns, DbDataReader row)
    {
        List<(Column, string?)> changes = [];
        for (var place = 0; place < columns.Length; place++)
        {
            var column = columns[place];
            if (row.IsDBNull(place + 1))
            {
                continue;
            }

            var before = row.GetString(place + 1);
            var after =
                Forms.Contains(column.Property) ? Form(before)
                : column.Property == nameof(Employee.LikeKey)
                    ? NameLikeness.Of(
                        row.GetString(Array.FindIndex(columns, one => one.Property == nameof(Employee.NameKey)) + 1)
                    )
                : type.ClrType == typeof(Centre) && column.Property == nameof(Centre.TimeZone) ? Zone(before)
                : PlainText.Clean(before);
            if (after.Length == 0 && column.Optional)
            {
                changes.Add((column, null));
            }
            else if (!string.Equals(after, before, StringComparison.Ordinal))
            {
                changes.Add((column, after));
            }
        }

        return changes;
    }

    /// <summary>The present form of a former one; the id of an expert stands in its place as it is.</summary>
    private static string Form(string former) =>
        Guid.TryParse(former, out _) ? former : string.Join('|', former.Split('|').Select(SearchText.Normalize));

    private static string Zone(string zone) =>
        TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out var iana)
        && !TimeZoneInfo.TryConvertIanaIdToWindowsId(zone, out _)
            ? iana
            : zone;

    private static string Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    [LoggerMessage(LogLevel.Information, "Texts of {Rows} rows of {Table} were brought to the present form.")]
    private partial void LogCleaned(string table, int rows);

    [LoggerMessage(LogLevel.Warning, "Row {Id} of {Table} keeps its texts: another row has them already.")]
    private partial void LogKept(Exception exception, string table, string id);

    private sealed record Column(string Property, string Name, bool Optional);
}
