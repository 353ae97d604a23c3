namespace MethodCenter.Application.Common.Paging;

public static class PagingErrors
{
    public static readonly Error BadCursor = Error.Malformed("list.bad-cursor").At("cursor");

    public static Error UnknownSort(string field, string known) =>
        Error.Malformed("list.unknown-sort").With("field", field).With("known", known).At("sort");
}
