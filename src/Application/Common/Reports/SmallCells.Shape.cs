using System.Collections;
using System.Reflection;

namespace MethodCenter.Application.Common.Reports;

/// <content>What of a model counts persons.</content>
public static partial class SmallCells
{
    private readonly record struct Count(string Path, int Value);

    /// <summary>A list of rows.</summary>
    private sealed class Table(PropertyInfo list, Type rowType)
    {
        public bool NamesPersons { get; } = list.IsDefined(typeof(NamesPersonsAttribute));

        public bool IsCross { get; } = list.IsDefined(typeof(CrossTableAttribute));

        public string? Whole { get; } = list.GetCustomAttribute<AddsUpToAttribute>()?.Member ?? TotalName;

        public bool HasCounts { get; } = !list.IsDefined(typeof(NotPersonsAttribute)) && Shape.Of(rowType).HasCounts;

        public bool CountsPersons => !list.IsDefined(typeof(NotPersonsAttribute)) && Shape.Of(rowType).CountsPersons;

        public IEnumerable<object> Rows(object of) =>
            ((IEnumerable?)list.GetValue(of) ?? Array.Empty<object>()).Cast<object>();

        public void Clear(object of) => list.SetValue(of, Array.CreateInstance(rowType, 0));
    }

    /// <summary>What of a type counts persons.</summary>
    private sealed class Shape
    {
        private readonly List<PropertyInfo> _counts = [];
        private readonly List<PropertyInfo> _parts = [];
        private readonly List<PropertyInfo> _derived = [];
        private readonly List<PropertyInfo> _seconds = [];

        private Shape(Type type)
        {
            foreach (var member in type.GetProperties().Where(member => member.CanWrite))
            {
                var kind = member.PropertyType;
                if (kind == typeof(int) && IsReport(member.DeclaringType!) && IsCount(member))
                {
                    _counts.Add(member);
                }
                else if (
                    kind.IsGenericType
                    && kind.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                    && IsReport(kind.GenericTypeArguments[0])
                )
                {
                    Lists.Add(new Table(member, kind.GenericTypeArguments[0]));
                }
                else if (kind.IsClass && IsReport(kind) && !member.IsDefined(typeof(NotPersonsAttribute)))
                {
                    _parts.Add(member);
                }
                else if (member.IsDefined(typeof(SecondMeasureAttribute)))
                {
                    _seconds.Add(member);
                }
                else if (kind == typeof(decimal?) || kind == typeof(bool?))
                {
                    _derived.Add(member);
                }
            }
        }

        public List<Table> Lists { get; } = [];

        public PropertyInfo? Total => _parts.Find(part => part.Name == TotalName);

        /// <summary>Counts that stand alone in a report.</summary>
        public IEnumerable<PropertyInfo> Singles => _parts.Where(part => part.Name != TotalName);

        /// <summary>In the type itself or in rows of any depth.</summary>
        public bool CountsPersons =>
            HasCounts
            || _parts.Exists(part => Of(part.PropertyType).CountsPersons)
            || Lists.Exists(list => list.CountsPersons);

        public bool HasCounts => _counts.Count > 0 || _parts.Exists(part => Of(part.PropertyType).HasCounts);

        public static Shape Of(Type type) => Shapes.GetOrAdd(type, static one => new Shape(one));

        /// <summary>The total of a row is the row: a path does not name it.</summary>
        public IEnumerable<Count> Read(object of, string path) =>
            _counts
                .Select(count => new Count(path + count.Name, (int)count.GetValue(of)!))
                .Concat(
                    _parts.SelectMany(part =>
                        part.GetValue(of) is { } one
                            ? Of(one.GetType()).Read(one, part.Name == TotalName ? path : $"{path}{part.Name}.")
                            : []
                    )
                );

        public void LeaveOneMeasure(object of)
        {
            foreach (var second in _seconds)
            {
                second.SetValue(of, null);
            }

            foreach (
                var one in _parts.Select(part => part.GetValue(of)).Concat(Lists.SelectMany(list => list.Rows(of)))
            )
            {
                if (one is not null)
                {
                    Of(one.GetType()).LeaveOneMeasure(one);
                }
            }
        }

        public void RoundDown(object of)
        {
            foreach (var count in _counts)
            {
                var value = (int)count.GetValue(of)!;
                count.SetValue(of, value == SmallCells.Withheld ? value : value - (value % Least));
            }

            foreach (var derived in _derived.Where(derived => derived.PropertyType == typeof(decimal?)))
            {
                derived.SetValue(of, null);
            }

            foreach (var part in _parts)
            {
                if (part.GetValue(of) is { } one)
                {
                    SmallCells.RoundDown(one);
                }
            }
        }

        public void Withhold(object of, string path, string? except)
        {
            foreach (var count in _counts.Where(count => path + count.Name != except))
            {
                count.SetValue(of, SmallCells.Withheld);
            }

            foreach (var derived in _derived.Where(derived => derived.Name != "Stated"))
            {
                derived.SetValue(of, null);
            }

            foreach (var part in _parts)
            {
                if (part.GetValue(of) is { } one)
                {
                    Of(one.GetType()).Withhold(one, part.Name == TotalName ? path : $"{path}{part.Name}.", except);
                }
            }
        }
    }
}
