using System.Data.Common;
using MethodCenter.Infrastructure.Persistence.Providers;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Says to an operator, in one sentence, why the service cannot begin on a database that is there.</summary>
internal static class UnusableDatabase
{
    public static StartRefusedException Refuse(DatabaseFault fault, string? file, Exception exception)
    {
        var (russian, english) = fault switch
        {
            DatabaseFault.Full => (
                "на диске базы нет места. Освободите место и запустите снова",
                "there is no room on its disk. Make room and start again"
            ),
            DatabaseFault.ReadOnly => (
                "в базу нельзя писать. Дайте службе право записи в файл и папку базы (на сервере — снимите запрет записи)",
                "it cannot be written. Give the service the right to write the file and its folder (on a server: end the ban on writing)"
            ),
            DatabaseFault.Standby => (
                "сервер базы — резервная копия, в неё нельзя писать. Подключите службу к основному серверу или сделайте этот основным",
                "its server is a standby, which cannot be written. Connect the service to the primary or promote the standby"
            ),
            _ => (
                "файл повреждён, не открывается или это не база данных SQLite. Проверьте путь и права, восстановите базу из копии",
                "the file is damaged, cannot be opened or is no SQLite database. Check path and rights, restore a backup"
            ),
        };
        return Refuse(file, russian, english, exception);
    }

    /// <summary>Of a file whose folder cannot be made, or whose connection string is not understood.</summary>
    public static StartRefusedException RefusePath(string? file, Exception exception) =>
        exception is ArgumentException or FormatException
            ? new StartRefusedException(
                "Строка подключения не понята: ConnectionStrings:MethodCenter. Пример: Data Source=data/methodcenter.db.",
                "The connection string is not understood: ConnectionStrings:MethodCenter. Example: Data Source=data/methodcenter.db."
            )
            : Refuse(
                file,
                "папку для неё нельзя создать. Проверьте путь и права",
                "its folder cannot be made. Check path and rights",
                exception
            );

    private static StartRefusedException Refuse(string? file, string russian, string english, Exception exception)
    {
        var place = file is null ? "" : $" «{file}»";
        var driver = Outage.Chain(exception).FirstOrDefault(one => one is DbException) ?? exception;
        var said = driver.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.');
        return new StartRefusedException(
            $"База данных{place} непригодна: {russian} ({said}).",
            $"The database{place} cannot be used: {english} ({said})."
        );
    }
}
