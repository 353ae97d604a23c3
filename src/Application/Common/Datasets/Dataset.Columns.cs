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

    /// <summary>The code beside a column whose cells name something: people read the name, programs the code.</summary>
    /// <param name="named">The column that stands before it; files may fill either, or both if they agree.</param>
    /// <param name="name">The member of that column.</param>
    /// <param name="code">The member of the code.</param>
    /// <param name="header">Its header.</param>
    protected Column<TRow> CodeOf(
        Column<TRow> named,
        Expression<Func<TRow, string?>> name,
        Expression<Func<TRow, string?>> code,
        string header
    )
    {
        var (getName, setName) = Access(name);
        var (getCode, _) = Access(code);
        var beside = Text(code, header);
        beside.IsBeside = true;
        beside.Explained("Код; вместо названия или вместе с ним.");
        named.Alternatives = [.. named.Alternatives, beside];
        named.Write = (row, writer, codes) => writer.Text(codes ? getCode(row) ?? getName(row) : getName(row));
        _completions.Add(row =>
        {
            if (getCode(row.Value) is { } written)
            {
                row.NameBeside(named.Name, getName(row.Value));
                setName(row.Value, written);
            }
            // Where a third column may stand for both, the dataset says when one of them is needed.
            else if (named is { Required: true, Alternatives.Count: 1 } && getName(row.Value) is null)
            {
                row.Refuse(ImportErrors.Required, named.Name);
            }
        });
        return beside;
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
