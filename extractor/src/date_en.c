#include "date_scan.h"
void date_scan_en(DateReader *reader) { (void)reader; }
