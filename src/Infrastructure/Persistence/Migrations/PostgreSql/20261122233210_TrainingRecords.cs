using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TrainingRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "training_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    document_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    topics = table.Column<string>(type: "character varying(306)", maxLength: 306, nullable: false),
                    topics_key = table.Column<string>(type: "character varying(306)", maxLength: 306, nullable: false, collation: "C"),
                    search_key = table.Column<string>(type: "character varying(906)", maxLength: 906, nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    annulment_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_records_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_records_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_centre_id_completed_on_id",
                table: "training_records",
                columns: new[] { "centre_id", "completed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_employee_id_completed_on",
                table: "training_records",
                columns: new[] { "employee_id", "completed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_organisation_id",
                table: "training_records",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_records_employee_id_title_key_completed_on",
                table: "training_records",
                columns: new[] { "employee_id", "title_key", "completed_on" },
                unique: true,
                filter: "state = 'Recorded'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "training_records");
        }
    }
}
