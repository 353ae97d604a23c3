using System.Globalization;
using MethodCenter.BulkFloor;

// The floor of import and export: the bare writing of the very rows that the service has written, and the bare reading
// of the rows that it exports. Prints milliseconds.
//   generate ROWS ORGANISATIONS FILE          a staff list as CSV, the same at every run
//   import PROVIDER SOURCE TARGET             writes the rows of SOURCE into TARGET, whose schema is there
//   export PROVIDER SOURCE FILE               reads the staff list of SOURCE and writes the CSV of the service
SQLitePCL.Batteries_V2.Init();
switch (args)
{
    case ["generate", var rows, var organisations, var file]:
        await StaffList.WriteAsync(Whole(rows), Whole(organisations), file);
        return 0;
    case ["import", var provider, var source, var target]:
        Console.WriteLine(Milliseconds(await Bulk.Of(provider).ImportAsync(source, target)));
        return 0;
    case ["export", var provider, var source, var file]:
        Console.WriteLine(Milliseconds(await Bulk.Of(provider).ExportAsync(source, file)));
        return 0;
    default:
        Console.Error.WriteLine("See the head of Program.cs.");
        return 2;
}

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
