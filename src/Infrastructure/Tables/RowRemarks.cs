using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>Hands out remarks, which come ordered by row, beside the rows as they go by.</summary>
internal sealed class RowRemarks(IAsyncEnumerable<TableRemark> remarks, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TableRemark> _remarks = remarks.GetAsyncEnumerator(cancellationToken);
    private bool _any;

    /// <summary>Row of the next remark; null when there is none.</summary>
    public int? Row => _any ? _remarks.Current.Row : null;

    public async ValueTask BeginAsync() => _any = await _remarks.MoveNextAsync().ConfigureAwait(false);

    /// <summary>Takes the remarks of rows up to this one.</summary>
    public async ValueTask<List<TableRemark>> TakeAsync(int upTo)
    {
        var taken = new List<TableRemark>();
        while (_any && _remarks.Current.Row <= upTo)
        {
            taken.Add(_remarks.Current);
            _any = await _remarks.MoveNextAsync().ConfigureAwait(false);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _remarks.DisposeAsync();

    public static bool IsError(TableRemark remark) => remark.Severity != "warning";

    /// <summary>«ошибка» or «предупреждение».</summary>
    public static string Kind(TableRemark remark) => IsError(remark) ? "ошибка" : "предупреждение";

    /// <summary>All remarks of a row in one line: line ends would move the rows below.</summary>
    public static string Join(IEnumerable<TableRemark> remarks) =>
        string.Join(
            ' ',
            remarks.Select(remark =>
                (IsError(remark) ? "" : "(предупреждение) ")
                + (remark.Column is null ? "" : $"{remark.Column}: ")
                + remark.Message.ReplaceLineEndings(" ")
            )
        );
}
