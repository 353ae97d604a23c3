using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    blank_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    last_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    first_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    patronymic = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    name_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false, collation: "C"),
                    original_id = table.Column<Guid>(type: "uuid", nullable: true),
                    replacement_reason = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    annulment_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_original_id",
                        column: x => x.original_id,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_centre_id_issued_on_id",
                table: "certificates",
                columns: new[] { "centre_id", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_course_id",
                table: "certificates",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_employee_id",
                table: "certificates",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_organisation_id",
                table: "certificates",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_original_id",
                table: "certificates",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_blank_number",
                table: "certificates",
                columns: new[] { "centre_id", "blank_number" },
                unique: true,
                filter: "series IS NULL AND blank_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_series_blank_number",
                table: "certificates",
                columns: new[] { "centre_id", "series", "blank_number" },
                unique: true,
                filter: "series IS NOT NULL AND blank_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_year_number",
                table: "certificates",
                columns: new[] { "centre_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_certificates_code",
                table: "certificates",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_certificates_enrolment_id_kind",
                table: "certificates",
                columns: new[] { "enrolment_id", "kind" },
                unique: true,
                filter: "state = 'Valid'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificates");
        }
    }
}
