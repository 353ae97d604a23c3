using System.Linq.Expressions;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <content>Columns of kinds that few datasets have.</content>
public abstract partial class Dataset<TRow>
{
    /// <summary>An academic year, as people write it.</summary>
    protected Column<TRow> Year(Expression<Func<TRow, AcademicYear?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Text,
            (row, column, in cell) => set(row.Value, Cells.Year(row, column, cell)),
            (row, writer, _) => writer.Text(get(row)?.ToString())
        );
    }

    /// <summary>A text whose cells need reading of their own: what spreadsheets make of a number, say.</summary>
    private protected Column<TRow> Text(Expression<Func<TRow, string?>> member, string header, TextReader read)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Text,
            (row, column, in cell) => set(row.Value, read(row, column, cell)),
            (row, writer, _) => writer.Text(get(row))
        );
    }

    /// <summary>Several texts in one cell, separated by semicolons.</summary>
    protected Column<TRow> List(Expression<Func<TRow, IReadOnlyList<string>?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Text,
            (row, column, in cell) =>
                set(row.Value, Cells.Text(row, column, cell) is { } text ? TextList.Read(text) : null),
            (row, writer, _) => writer.Text(TextList.Write(get(row)))
        );
    }
}
